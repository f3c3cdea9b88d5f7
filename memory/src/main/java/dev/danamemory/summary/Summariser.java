package dev.danamemory.summary;

import dev.danamemory.model.Turn;
import java.util.List;

/** Says in few words what a run of turns is about. */
@FunctionalInterface
public interface Summariser {
    /**
     * The summary of turns that adjoin. Failed and redacted turns among them say nothing.
     *
     * @param turns in order, at least one
     * @return the text; empty when nothing in the turns can be told
     */
    String summarise(List<Turn> turns);
}
