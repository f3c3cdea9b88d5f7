package dev.danamemory.search;

import dev.danamemory.model.Turn;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The turns to search, which need not all be in memory: they are read once from first to last, and those found that were
 * too large to keep are read again by number.
 */
public interface History extends Iterable<Turn> {
    /** That turn, or nothing when it is no longer there. */
    Optional<Turn> turn(long number);

    /** The history of these turns. */
    static History of(List<Turn> turns) {
        List<Turn> all = List.copyOf(turns);
        return new History() {
            @Override
            public Iterator<Turn> iterator() {
                return all.iterator();
            }

            @Override
            public Optional<Turn> turn(long number) {
                return all.stream().filter(turn -> turn.turnNumber() == number).findFirst();
            }
        };
    }
}
