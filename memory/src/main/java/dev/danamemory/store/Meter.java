package dev.danamemory.store;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a store asks of its backend. Safe for use by several threads. */
public final class Meter {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong readBytes = new AtomicLong();
    private final AtomicLong writtenBytes = new AtomicLong();

    /** A request that reads, and the bytes of its answer. */
    public void read(long bytes) {
        reads.incrementAndGet();
        readBytes.addAndGet(bytes);
    }

    /** A request that writes or deletes, and the bytes it carried. */
    public void write(long bytes) {
        writes.incrementAndGet();
        writtenBytes.addAndGet(bytes);
    }

    /** What was counted so far. */
    public StoreUse use() {
        return new StoreUse(reads.get(), writes.get(), readBytes.get(), writtenBytes.get(), null);
    }
}
