package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationHeader;
import org.jspecify.annotations.Nullable;

/** Headers with one thing changed. */
final class Headers {
    private Headers() {}

    static ConversationHeader withStatus(ConversationHeader old, ConversationStatus status) {
        return labelled(old, old.title(), status, old.metadata(), old.updatedAt());
    }

    /** With another title, status and metadata. */
    static ConversationHeader labelled(
            ConversationHeader old,
            @Nullable String title,
            ConversationStatus status,
            ObjectNode metadata,
            String updatedAt) {
        return new ConversationHeader(
                old.key(),
                old.agentId(),
                title,
                old.derivedTitle(),
                status,
                old.generation(),
                old.epoch(),
                old.birth(),
                old.createdAt(),
                updatedAt,
                old.firstTurn(),
                old.lastTurn(),
                old.sessionCount(),
                old.summaryCount(),
                metadata);
    }

    /** With nothing remembered, in a new epoch. */
    static ConversationHeader emptied(ConversationHeader old, long generation, String epoch, String updatedAt) {
        return new ConversationHeader(
                old.key(),
                old.agentId(),
                old.title(),
                null,
                old.status(),
                generation,
                epoch,
                old.birth(),
                old.createdAt(),
                updatedAt,
                1,
                0,
                0,
                0,
                old.metadata());
    }

    /** With so many summaries. */
    static ConversationHeader summarised(ConversationHeader old, long summaryCount) {
        return new ConversationHeader(
                old.key(),
                old.agentId(),
                old.title(),
                old.derivedTitle(),
                old.status(),
                old.generation(),
                old.epoch(),
                old.birth(),
                old.createdAt(),
                old.updatedAt(),
                old.firstTurn(),
                old.lastTurn(),
                old.sessionCount(),
                summaryCount,
                old.metadata());
    }
}
