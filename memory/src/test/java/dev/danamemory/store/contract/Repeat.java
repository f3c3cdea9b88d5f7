package dev.danamemory.store.contract;

import dev.danamemory.store.StoreUnavailableException;
import java.util.function.Supplier;

/** Does what a caller does that is told to come again. */
final class Repeat {
    private static final int MOST = 50;

    private Repeat() {}

    /** Repeats a call while its store is unavailable, 50 times at most. */
    static <T> T untilAnswered(Supplier<T> call) {
        for (int n = 1; ; n++) {
            try {
                return call.get();
            } catch (StoreUnavailableException unavailable) {
                if (n == MOST) {
                    throw unavailable;
                }
            }
        }
    }
}
