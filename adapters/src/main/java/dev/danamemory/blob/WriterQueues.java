package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the writers of one conversation in this process queue fairly, so that they race with other processes only. */
final class WriterQueues {
    private final Map<ConversationKey, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int members;
    }

    <T> T inTurn(ConversationKey key, Supplier<T> work) {
        Queue queue = queues.compute(key, (k, open) -> {
            Queue joined = open == null ? new Queue() : open;
            joined.members++;
            return joined;
        });
        queue.lock.lock();
        try {
            return work.get();
        } finally {
            queue.lock.unlock();
            queues.compute(key, (k, open) -> --queue.members == 0 ? null : open);
        }
    }
}
