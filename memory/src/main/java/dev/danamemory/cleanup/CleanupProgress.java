package dev.danamemory.cleanup;

import dev.danamemory.model.ConversationKey;

/** Hears how a run gets on, from any of its threads. */
public interface CleanupProgress {
    /** Hears nothing. */
    CleanupProgress NONE = new CleanupProgress() {};

    /**
     * Some more were looked at.
     *
     * @param examined how many
     * @param due how many of them are to be archived or deleted, now
     */
    default void found(long examined, int due) {}

    /** One of those that are due was seen to, whatever came of it. */
    default void settled() {}

    /** One of those that are due could not be archived or deleted. It is settled all the same. */
    default void failed(ConversationKey key, RuntimeException failure) {}
}
