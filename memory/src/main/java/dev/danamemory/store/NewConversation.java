package dev.danamemory.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation begins with.
 *
 * @param agentId whose settings hold, or null: that of the first turn
 * @param title the caller's, 1-200 characters, or null: derived from the first message
 * @param firstMessage a message that is about to be stored, from which lists show a title at once; or null
 * @param metadata the caller's, at most 16 KiB
 * @param birth names this creation, so that it can be repeated without making the conversation twice, nor making it again
 *     after an erase; at least 8 random letters and digits, or null: the store's own
 */
public record NewConversation(
        @Nullable String agentId,
        @Nullable String title,
        @Nullable String firstMessage,
        ObjectNode metadata,
        @Nullable String birth) {
    /** A creation that nobody will repeat by its name. */
    public NewConversation(
            @Nullable String agentId, @Nullable String title, @Nullable String firstMessage, ObjectNode metadata) {
        this(agentId, title, firstMessage, metadata, null);
    }
}
