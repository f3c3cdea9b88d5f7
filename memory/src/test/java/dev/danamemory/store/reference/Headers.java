package dev.danamemory.store.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Headers after a change. */
final class Headers {
    private static final int TITLE = 80;

    private Headers() {}

    /** The title that a message makes. */
    static @Nullable String derived(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return null;
        }
        return Unicode.cut(message.strip().replaceAll("\\s+", " "), TITLE);
    }

    static ConversationHeader appended(ConversationHeader was, Turn turn, long sessions, Instant now) {
        return new ConversationHeader(
                was.key(),
                was.agentId() != null ? was.agentId() : turn.agentId(),
                was.title(),
                was.derivedTitle() != null ? was.derivedTitle() : derived(turn.userInput()),
                ConversationStatus.ACTIVE,
                was.generation(),
                was.epoch(),
                was.birth(),
                was.createdAt(),
                now.toString(),
                was.firstTurn(),
                turn.turnNumber(),
                sessions,
                was.summaryCount(),
                was.metadata());
    }

    static ConversationHeader summarised(ConversationHeader was, Instant now) {
        return new ConversationHeader(
                was.key(),
                was.agentId(),
                was.title(),
                was.derivedTitle(),
                was.status(),
                was.generation(),
                was.epoch(),
                was.birth(),
                was.createdAt(),
                now.toString(),
                was.firstTurn(),
                was.lastTurn(),
                was.sessionCount(),
                was.summaryCount() + 1,
                was.metadata());
    }

    static ConversationHeader cleared(ConversationHeader was, long generation, String epoch, Instant now) {
        return new ConversationHeader(
                was.key(),
                was.agentId(),
                was.title(),
                null,
                was.status(),
                generation,
                epoch,
                was.birth(),
                was.createdAt(),
                now.toString(),
                1,
                0,
                0,
                0,
                was.metadata());
    }

    static ConversationHeader labelled(
            ConversationHeader was,
            @Nullable String title,
            ConversationStatus status,
            ObjectNode metadata,
            String updatedAt) {
        return new ConversationHeader(
                was.key(),
                was.agentId(),
                title,
                was.derivedTitle(),
                status,
                was.generation(),
                was.epoch(),
                was.birth(),
                was.createdAt(),
                updatedAt,
                was.firstTurn(),
                was.lastTurn(),
                was.sessionCount(),
                was.summaryCount(),
                metadata);
    }
}
