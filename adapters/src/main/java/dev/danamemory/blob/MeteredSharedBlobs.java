package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.time.Duration;

/** Shared blobs whose requests are counted, those that fail included. */
record MeteredSharedBlobs(SharedBlobs blobs, Meter meter) implements SharedBlobs {
    @Override
    public void put(String key, byte[] gzip) {
        meter.write(gzip.length);
        blobs.put(key, gzip);
    }

    @Override
    public Address address(String key, Duration longest) {
        return blobs.address(key, longest);
    }

    @Override
    public SharedBlobs within(Deadline deadline) {
        return new MeteredSharedBlobs(blobs.within(deadline), meter);
    }
}
