package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.time.Instant;

/**
 * Files that are too large for an answer, kept for a few hours to be fetched by whoever knows their address. Nobody can
 * guess one. They go with every erase of the conversation or its user, and with all that makes them show what is gone:
 * clear and redaction.
 *
 * @see StoreUnavailableException thrown by every method when the backend is out of reach
 */
public interface Downloads {
    /** These downloads with their requests counted, and given up in good time before a deadline. */
    Downloads within(Meter meter, Deadline deadline);

    /**
     * Keeps a file and makes an address for it. Whoever hands the address out looks first whether the conversation still
     * has that generation: a sweep may have come and gone before the file was there.
     *
     * @param header of the conversation as it was before the file was read from the store
     * @param json a Dana memory file in UTF-8
     */
    Download put(ConversationHeader header, byte[] json);

    /**
     * Deletes a conversation's files that were made in this generation or an earlier one.
     *
     * @return whether that is done, or time ran out
     */
    boolean sweep(ConversationKey key, long throughGeneration);

    /** Deletes, where the backend keeps such, the older versions of a conversation's files, and those of deleted ones. */
    void forgetVersions(ConversationKey key);

    /**
     * Deletes files whose address has ended, of all users, with what the backend keeps of deleted ones.
     *
     * @return whether that is done, or time ran out
     */
    boolean removeOutdated();

    /**
     * A file to fetch.
     *
     * @param url where it is; fetched without further identity
     * @param expiresAt until when, at most a few hours
     * @param bytes how long the file is, unpacked
     */
    record Download(String url, Instant expiresAt, long bytes) {}
}
