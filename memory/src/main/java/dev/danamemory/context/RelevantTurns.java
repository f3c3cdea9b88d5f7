package dev.danamemory.context;

import dev.danamemory.model.Turn;
import java.util.List;

/** Chooses earlier turns that help to answer a query. The same input gives the same choice. Safe for several threads. */
public interface RelevantTurns {
    /**
     * A turn and what it is worth.
     *
     * @param worth above 0, at most 1, which is the best of one choice
     */
    record Choice(Turn turn, double worth) {}

    /**
     * The best complete turns with a number below {@code before}, best first.
     *
     * @param view what of the conversation is at hand
     * @param before number of the oldest turn that is shown anyway; {@link Long#MAX_VALUE} when none is
     * @param most how many at most, 0 or more
     */
    List<Choice> choose(String query, MemoryView view, long before, int most);
}
