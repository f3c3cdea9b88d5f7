package dev.danamemory.dynamodb;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** Turns as they are read, up to a size, but at least one. */
final class SizedPage {
    private final long maxBytes;
    private final List<Turn> turns = new ArrayList<>();
    private long bytes;
    private boolean isFull;

    SizedPage(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a turn unless it, or one before it, is too much. */
    void add(Turns.Sized sized) {
        bytes += sized.bytes();
        isFull |= bytes > maxBytes && !turns.isEmpty();
        if (!isFull) {
            turns.add(sized.turn());
        }
    }

    boolean isFull() {
        return isFull;
    }

    List<Turn> turns() {
        return turns;
    }
}
