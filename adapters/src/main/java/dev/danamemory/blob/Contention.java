package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
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
    private static final int DOUBLINGS = 7;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Deadline deadline;
    private final @Nullable Duration patience;

    Contention(Deadline deadline) {
        this(deadline, null);
    }

    private Contention(Deadline deadline, @Nullable Duration patience) {
        this.deadline = deadline;
        this.patience = patience;
    }

    /**
     * The same for work on many things, none of which is to take up all the time by failing.
     *
     * @param longest how long a step is repeated after it failed first
     */
    Contention patient(Duration longest) {
        return new Contention(deadline, longest);
    }

    /**
     * Runs rounds 0, 1, 2 … until one has a result.
     *
     * @throws StoreUnavailableException when time is over
     */
    <T> T settle(IntFunction<Optional<T>> round) {
        BlobUnavailableException lastFailure = null;
        Deadline end = deadline;
        for (int n = 0; ; n++) {
            if (n == 1) {
                end = patience == null ? deadline : deadline.atMost(patience);
            }
            if (n > 0) {
                pause(n, end, lastFailure);
            }
            try {
                Optional<T> result = round.apply(n);
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (BlobUnavailableException e) {
                lastFailure = e;
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

    private static void pause(int n, Deadline end, @Nullable BlobUnavailableException failure) {
        long most = FIRST_PAUSE_NANOS << Math.min(n, DOUBLINGS);
        long nanos = ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS, most + 1);
        if (end.left().toNanos() <= nanos || Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException(
                    failure == null ? "too many writers at once" : "the store does not answer: " + failure.getMessage(),
                    RETRY_AFTER,
                    failure);
        }
        LockSupport.parkNanos(nanos);
    }
}
