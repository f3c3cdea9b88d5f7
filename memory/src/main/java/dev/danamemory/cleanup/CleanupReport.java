package dev.danamemory.cleanup;

import dev.danamemory.store.StoreUse;
import java.util.List;

/**
 * What a run did, or in a dry run what it would do.
 *
 * @param examined how many conversations were looked at
 * @param archived how many conversations had turns moved to the archive
 * @param archivedTurns how many turns those were; 0 in a dry run, which reads no turns
 * @param deleted how many conversations were deleted
 * @param deletedTurns how many turns those had; 0 in a dry run
 * @param skipped how many were left alone though idle: in use after all, gone already, or of an agent that is not defined
 * @param failed those that could not be archived or deleted, at most {@value #MOST_NAMED}; tried again after a day
 * @param failures how many those were, those not named included
 * @param swept how many words of earlier clears and erases were followed
 * @param would what a dry run found to do, at most {@value #MOST_NAMED}
 * @param notes what the operator should know, in sentences without any text of a user
 * @param isDone whether the run came to its end; else the next one goes on
 * @param use requests to the store
 */
public record CleanupReport(
        boolean isDryRun,
        long examined,
        long archived,
        long archivedTurns,
        long deleted,
        long deletedTurns,
        long skipped,
        List<Failed> failed,
        long failures,
        long swept,
        List<Intent> would,
        List<String> notes,
        boolean isDone,
        StoreUse use) {
    /** The most conversations that a report names in one list. */
    public static final int MOST_NAMED = 1_000;

    /** What can be done to an idle conversation. */
    public enum Action {
        ARCHIVE,
        DELETE
    }

    /**
     * One that could not be archived or deleted.
     *
     * @param user keyed hash
     * @param problem slug, as in {@code store-unavailable}
     */
    public record Failed(String user, String conversationId, Action action, String problem) {}

    /**
     * One that would be archived or deleted.
     *
     * @param user keyed hash
     * @param reason since when it is idle, and which setting makes it due
     */
    public record Intent(String user, String conversationId, Action action, String reason) {}

    public CleanupReport {
        failed = List.copyOf(failed);
        would = List.copyOf(would);
        notes = List.copyOf(notes);
    }
}
