package dev.danamemory.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in its owner's list.
 *
 * @param updatedAt when its activity was last recorded, ISO 8601; up to half an hour old
 */
public record DirectoryEntry(
        String conversationId,
        @Nullable String agentId,
        @Nullable String title,
        ConversationStatus status,
        String createdAt,
        String updatedAt,
        ObjectNode metadata) {}
