package dev.danamemory.store.rules;

import java.time.Instant;

/** Generations rise and are never used twice for one id, wherever the clock goes. */
public final class Generations {
    private Generations() {}

    /** The first of an id that never had one; at least 1. */
    public static long first(Instant now) {
        return Math.max(1, now.toEpochMilli());
    }

    /** The one that follows a conversation's last; 0 is none. */
    public static long after(long last, Instant now) {
        return Math.max(last + 1, now.toEpochMilli());
    }
}
