package dev.danamemory.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

/** Counts what a store asks of its backend. Safe for use by several threads. */
public final class Meter {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong readBytes = new AtomicLong();
    private final AtomicLong writtenBytes = new AtomicLong();
    private final DoubleAdder units = new DoubleAdder();
    private volatile boolean hasUnits;

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

    /** Capacity units that a request consumed, by the backend's own count. */
    public void units(double consumed) {
        units.add(consumed);
        hasUnits = true;
    }

    /** What was counted so far; without units as long as a backend told of none. */
    public StoreUse use() {
        return new StoreUse(
                reads.get(), writes.get(), readBytes.get(), writtenBytes.get(), hasUnits ? units.sum() : null);
    }
}
