package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a scheduled run asks of a store: which conversations are idle, to archive and delete them, and to sweep once more
 * what protocols left word of. Every promise below is a clause of the published contract suite.
 *
 * <p>All methods may be called by any number of runs at once, and be broken off anywhere: the next run completes them.
 *
 * @see StoreUnavailableException thrown by every method when the backend is out of reach or stays contended
 */
public interface StoreUpkeep {
    /** This store with its backend requests counted, and given up in good time before a deadline. */
    StoreUpkeep within(Meter meter, Deadline deadline);

    /**
     * Conversations that may be idle, page by page, each once. What it costs grows with what is found; blobs are listed
     * besides, a thousand at a time.
     */
    IdlePage idle(IdleQuery query);

    /**
     * Moves all but the newest turns to the archive: writes them, reads them back, compares, and only then frees them;
     * the conversation is labelled archived. Reads go through to the archive from then on.
     *
     * @param idleBefore a conversation with activity after this moment is left alone
     * @param kept how many of the newest turns stay at least, at least 1
     * @throws StoredDataUnreadableException when something of it is damaged
     * @throws IllegalStateException when this store {@link #archives() has no archive}
     */
    Retirement archive(ConversationKey key, Instant idleBefore, int kept);

    /** Erases a conversation, archive included, unless there was activity after a moment. */
    Retirement delete(ConversationKey key, Instant idleBefore);

    /** Whether there is an archive to move turns to. */
    boolean archives();

    /** Leaves a conversation out of {@link #idle} until a moment: what failed just now would fail again. */
    void postpone(ConversationKey key, Instant until);

    /** Sweeps once more what clear, erase, import, redact and archive left word of, and removes what is out of date. */
    SweepRun sweep();

    /**
     * One part of {@link #sweep}, so that several can be at it at once; all parts together are the whole.
     *
     * @param part from 0
     */
    default SweepRun sweep(int part, int parts) {
        return part == 0 ? sweep() : new SweepRun(0, 0, true);
    }

    /** Where the last run stopped, or nothing when it came to its end. */
    Optional<String> checkpoint();

    /**
     * Remembers where a run stopped.
     *
     * @param position as in {@link IdlePage#next}; nothing when it came to its end
     */
    void checkpoint(Optional<String> position);
}
