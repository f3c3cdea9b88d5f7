package dev.danamemory.store.rules;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the writers of one conversation in this process queue fairly, so that they race with other processes only. */
public final class WriterQueues {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Map<ConversationKey, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int members;
    }

    /**
     * Does the work when all who came before are done.
     *
     * @throws StoreUnavailableException when that takes longer than the deadline allows
     */
    public <T> T inTurn(ConversationKey key, Deadline deadline, Supplier<T> work) {
        Queue queue = queues.compute(key, (k, open) -> {
            Queue joined = open == null ? new Queue() : open;
            joined.members++;
            return joined;
        });
        try {
            return inTurn(queue.lock, deadline, work);
        } finally {
            queues.compute(key, (k, open) -> --queue.members == 0 ? null : open);
        }
    }

    private static <T> T inTurn(ReentrantLock lock, Deadline deadline, Supplier<T> work) {
        try {
            if (!lock.tryLock(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException("too many writers at once", RETRY_AFTER, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("broken off while waiting for other writers", RETRY_AFTER, e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
