package dev.danamemory.blob;

import java.time.Instant;

/** Generations rise and are never used twice for one id, wherever the clock goes. */
final class Generations {
    private Generations() {}

    static long first(Instant now) {
        return Math.max(1, now.toEpochMilli());
    }

    static long after(long last, Instant now) {
        return Math.max(last + 1, now.toEpochMilli());
    }
}
