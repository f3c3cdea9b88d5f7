package dev.danamemory.store;

import java.time.Duration;

/** When a call must have answered, by the monotonic clock. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A deadline that far from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; negative when it has passed. */
    public Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    /** Whether it has passed. */
    public boolean hasPassed() {
        return System.nanoTime() - nanoTime >= 0;
    }

    /** This deadline or the one that far from now, whichever comes first. */
    public Deadline atMost(Duration time) {
        Deadline other = in(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }
}
