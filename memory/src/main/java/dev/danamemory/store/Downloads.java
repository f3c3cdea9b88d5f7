package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.time.Instant;

/**
 * Files that are too large for an answer, kept for less than a day to be fetched by whoever knows their address. They go
 * with every erase of the conversation or its user.
 *
 * @see StoreUnavailableException thrown by every method when the backend is out of reach
 */
public interface Downloads {
    /** These downloads with their requests counted, and given up in good time before a deadline. */
    Downloads within(Meter meter, Deadline deadline);

    /**
     * Keeps a file and makes an address for it.
     *
     * @param key whose file it is
     * @param json a Dana memory file in UTF-8
     */
    Download put(ConversationKey key, byte[] json);

    /**
     * A file to fetch.
     *
     * @param url where it is; fetched without further identity
     * @param expiresAt until when
     * @param bytes how long the file is, unpacked
     */
    record Download(String url, Instant expiresAt, long bytes) {}
}
