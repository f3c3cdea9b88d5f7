package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import java.time.Duration;
import java.time.Instant;

/**
 * Objects that whoever knows their address may fetch over HTTP. Every method may throw {@link BlobUnavailableException}; a
 * write that throws it may or may not have been done.
 */
public interface SharedBlobs {
    /** Writes JSON that was packed with gzip; whoever fetches it is told of both. */
    void put(String key, byte[] gzip);

    /**
     * Makes an address of an object, without asking the backend.
     *
     * @param longest how long it is to hold; it may end earlier
     */
    Address address(String key, Duration longest);

    /** The same, whose requests are given up when that deadline passes. */
    SharedBlobs within(Deadline deadline);

    /** Where an object can be fetched, and until when. */
    record Address(String url, Instant expiresAt) {}
}
