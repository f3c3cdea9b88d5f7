package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a step that may lose a race or its answer, until it is settled or time is over. A step must recognise its own
 * earlier work: it is repeated after an answer that never came.
 */
final class Contention {
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    // a throttled partition is no better off a millisecond later
    private static final long FIRST_THROTTLED_PAUSE_NANOS =
            Duration.ofMillis(20).toNanos();
    private static final int DOUBLINGS = 6;
    private static final int MOST_MOVES = 5;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER_THROTTLING = Duration.ofSeconds(3);

    private final Deadline deadline;

    Contention(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * Runs rounds 0, 1, 2 … until one has a result.
     *
     * @throws StoreUnavailableException when time is over
     * @throws StoredDataUnreadableException when something stays missing
     */
    <T> T settle(IntFunction<Optional<T>> round) {
        TableUnavailableException lastFailure = null;
        int moves = 0;
        for (int n = 0; ; n++) {
            if (n > 0) {
                pause(n, lastFailure);
            }
            try {
                Optional<T> result = round.apply(n);
                if (result.isPresent()) {
                    return result.get();
                }
                lastFailure = null;
            } catch (TableUnavailableException e) {
                lastFailure = e;
            } catch (MovedException moved) {
                // read again while the ground moves; what stays away is damage, never an empty history
                if (++moves > MOST_MOVES) {
                    throw Damage.of(moved.place(), moved);
                }
            }
        }
    }

    Deadline deadline() {
        return deadline;
    }

    /** Repeats a read until it answers or time is over. */
    <T> T read(Supplier<T> read) {
        return settle(n -> Optional.of(read.get()));
    }

    /** Repeats work that may be done twice until it is done or time is over. */
    void done(Runnable work) {
        settle(n -> {
            work.run();
            return Optional.of(true);
        });
    }

    /** Whether there is time for more work that can as well be done later. */
    boolean hasTime() {
        return !deadline.hasPassed() && !Thread.currentThread().isInterrupted();
    }

    private void pause(int n, @Nullable TableUnavailableException failure) {
        boolean isThrottled = failure != null && failure.isThrottled();
        long first = isThrottled ? FIRST_THROTTLED_PAUSE_NANOS : FIRST_PAUSE_NANOS;
        long nanos = ThreadLocalRandom.current().nextLong(first, (first << Math.min(n, DOUBLINGS)) + 1);
        if (deadline.left().toNanos() <= nanos || Thread.currentThread().isInterrupted()) {
            throw unavailable(failure, isThrottled);
        }
        LockSupport.parkNanos(nanos);
    }

    private static StoreUnavailableException unavailable(
            @Nullable TableUnavailableException failure, boolean isThrottled) {
        if (failure == null) {
            return new StoreUnavailableException("too many writers at once", RETRY_AFTER, null);
        }
        return isThrottled
                ? new StoreUnavailableException("the store is asked too much", RETRY_AFTER_THROTTLING, failure)
                : new StoreUnavailableException("the store does not answer", RETRY_AFTER, failure);
    }
}
