package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.util.List;

/**
 * Cold copies of turns, as gzipped Dana files with checksum and counts. Written once, changed by redactions only.
 *
 * @see StoreUnavailableException thrown by every method when the backend is out of reach
 * @see StoredDataUnreadableException thrown by every method that reads when an archive is not what was written
 */
public interface TurnArchive {
    /** This archive with its requests counted, and given up in good time before a deadline. */
    TurnArchive within(Meter meter, Deadline deadline);

    /**
     * Writes turns that adjoin, reads them back and compares. An earlier attempt's archive of the same range is fine; a
     * redaction on either side wins.
     *
     * @throws StoredDataUnreadableException when what is read back, or was there, is something else
     */
    void store(ConversationHeader header, List<Turn> turns);

    /** The archived turns of the header's epoch from one number to another, in order; some may be missing. */
    List<Turn> turns(ConversationHeader header, long first, long last);

    /** Redacts a turn in every archive of the header's epoch that holds it. Returns whether there was anything to redact. */
    boolean redact(ConversationHeader header, long number);

    /**
     * A redaction is complete, with this header: whatever else was copied from the conversation before that goes. Called
     * last, when nobody can read what was redacted any more.
     */
    default void redacted(ConversationHeader header) {}

    /** Deletes archives of the header's epoch that hold turns behind a number: of attempts that were not completed. */
    void dropBehind(ConversationHeader header, long number);

    /**
     * Deletes what is archived of a conversation's epochs that began with this generation or an earlier one.
     *
     * @return how many archives were deleted, or -1 when time ran out
     */
    long sweep(ConversationKey key, long throughGeneration);

    /** Deletes, where the backend keeps such, older versions of a conversation's archives, and those of deleted ones. */
    default void forgetVersions(ConversationKey key) {}
}
