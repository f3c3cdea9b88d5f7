package dev.danamemory.servers;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Locks by bucket and key, some keys sharing one. */
final class KeyLocks {
    private static final int STRIPES = 256;

    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    <T> T locked(String bucket, String key, Supplier<T> work) {
        Lock lock = stripes[Math.floorMod((bucket + "/" + key).hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
