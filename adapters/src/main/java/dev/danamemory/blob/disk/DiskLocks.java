package dev.danamemory.blob.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * 256 lock files of one data folder; a key is locked in this process and against others. They are never the data files,
 * which are renamed over. A POSIX lock belongs to its process and falls when the process closes *any* descriptor of the
 * file, so all users of a folder in one process share one instance and its channels, closed when the last user is gone.
 *
 * <p>Another process's lock is polled, never waited for in the kernel: its search for deadlocks takes two processes whose
 * threads wait for different files for one.
 */
final class DiskLocks {
    private static final int STRIPES = 256;
    private static final long LONGEST_WAIT = Duration.ofSeconds(9).toNanos();
    private static final long SHORTEST_PAUSE = 50_000;
    private static final long LONGEST_PAUSE = Duration.ofMillis(2).toNanos();
    // process-wide because POSIX locks are
    private static final Map<Path, DiskLocks> OPEN = new ConcurrentHashMap<>();

    private final Path folder;
    private final ReentrantLock[] inProcess = new ReentrantLock[STRIPES];
    private final @Nullable FileChannel[] channels = new FileChannel[STRIPES];
    private int users;
    private volatile boolean closed;

    private DiskLocks(Path folder) {
        this.folder = folder;
        for (int i = 0; i < STRIPES; i++) {
            inProcess[i] = new ReentrantLock(true);
        }
    }

    /** The locks of a folder that exists; to be {@link #release released} once. */
    static DiskLocks of(Path folder) throws IOException {
        return OPEN.compute(folder.toRealPath(), (real, open) -> {
            DiskLocks locks = open == null ? new DiskLocks(real) : open;
            locks.users++;
            return locks;
        });
    }

    /** This user needs them no more. */
    void release() {
        OPEN.computeIfPresent(folder, (real, locks) -> {
            locks.users--;
            if (locks.users > 0) {
                return locks;
            }
            locks.close();
            return null;
        });
    }

    /** What is done while a key is locked. */
    @FunctionalInterface
    interface Locked<T> {
        T run() throws IOException;
    }

    /**
     * Does the work while nobody else has the key.
     *
     * @throws IOException what the work throws, or when others keep the key locked for 9 seconds
     */
    <T> T locked(String key, Locked<T> work) throws IOException {
        int stripe = Math.floorMod(key.hashCode(), STRIPES);
        inProcess[stripe].lock();
        try {
            FileLock held = lock(stripe);
            try {
                return work.run();
            } finally {
                held.release();
            }
        } finally {
            inProcess[stripe].unlock();
        }
    }

    private FileLock lock(int stripe) throws IOException {
        FileChannel channel = channel(stripe);
        long until = System.nanoTime() + LONGEST_WAIT;
        for (FileLock held = channel.tryLock(); ; held = channel.tryLock()) {
            if (held != null) {
                return held;
            }
            if (System.nanoTime() - until > 0 || Thread.currentThread().isInterrupted()) {
                throw new IOException("another process keeps its lock");
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
        }
    }

    // called with the stripe's lock held
    private FileChannel channel(int stripe) throws IOException {
        if (closed) {
            throw new IOException("the data folder was closed");
        }
        FileChannel channel = channels[stripe];
        if (channel == null || !channel.isOpen()) {
            channel = FileChannel.open(
                    folder.resolve(String.format("%02x", stripe)),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OwnersAlone.file(folder));
            channels[stripe] = channel;
        }
        return channel;
    }

    private void close() {
        closed = true;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            // whoever is at work there ends first: closing would let another process in beside him
            inProcess[stripe].lock();
            try {
                FileChannel channel = channels[stripe];
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException nothingIsLost) {
                // the descriptor is gone either way
            } finally {
                inProcess[stripe].unlock();
            }
        }
    }
}
