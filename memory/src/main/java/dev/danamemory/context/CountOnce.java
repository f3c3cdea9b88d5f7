package dev.danamemory.context;

import java.util.function.IntSupplier;

/** Counts when first asked and remembers. Two threads that ask at once both count, and agree. */
final class CountOnce implements IntSupplier {
    private static final int UNKNOWN = -1;

    private final IntSupplier counting;
    private volatile int count = UNKNOWN;

    CountOnce(IntSupplier counting) {
        this.counting = counting;
    }

    @Override
    public int getAsInt() {
        if (count == UNKNOWN) {
            count = counting.getAsInt();
        }
        return count;
    }
}
