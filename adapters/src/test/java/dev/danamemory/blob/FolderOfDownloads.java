package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import java.time.Duration;
import java.time.Instant;

/** Files that nobody can really fetch, among the blobs of a test. */
public record FolderOfDownloads(Blobs blobs) implements SharedBlobs {
    @Override
    public void put(String key, byte[] gzip) {
        blobs.put(key, gzip, new Condition.Absent());
    }

    @Override
    public Address address(String key, Duration longest) {
        return new Address("file:" + key, Instant.now().plus(longest));
    }

    @Override
    public SharedBlobs within(Deadline deadline) {
        return this;
    }
}
