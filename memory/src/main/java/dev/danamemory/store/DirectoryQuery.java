package dev.danamemory.store;

import dev.danamemory.model.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations of a user to list, newest activity first.
 *
 * @param agentId only those of this agent, or null
 * @param status only those of this status, or null
 * @param limit at least 1
 * @param position where the page before ended, or null for the first page
 */
public record DirectoryQuery(
        @Nullable String agentId,
        @Nullable ConversationStatus status,
        int limit,
        @Nullable String position) {}
