package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationHeader;
import org.jspecify.annotations.Nullable;

/**
 * What callers call a conversation.
 *
 * @param title the caller's, or null
 * @param derivedTitle from the first message, or null
 * @param isExpected whether that message is still to be stored
 */
record Labels(
        @Nullable String agentId,
        @Nullable String title,
        @Nullable String derivedTitle,
        boolean isExpected,
        ConversationStatus status,
        ObjectNode metadata) {
    /** With what the turns have told. */
    Labels told(ConversationHeader header) {
        boolean isStillExpected = isExpected && header.derivedTitle() == null;
        return new Labels(
                header.agentId(),
                title,
                isStillExpected ? derivedTitle : header.derivedTitle(),
                isStillExpected,
                header.status(),
                metadata);
    }

    /** With another title of the caller's, or none; and other metadata. */
    Labels named(@Nullable String newTitle, ObjectNode newMetadata) {
        return new Labels(agentId, newTitle, derivedTitle, isExpected, status, newMetadata);
    }

    /** With another title from the first message that is there, or none. */
    Labels derived(@Nullable String newTitle) {
        return new Labels(agentId, title, newTitle, false, status, metadata);
    }

    Labels with(ConversationStatus changed) {
        return new Labels(agentId, title, derivedTitle, isExpected, changed, metadata);
    }
}
