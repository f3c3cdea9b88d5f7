package dev.danamemory.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a conversation is called and labelled.
 *
 * @param metadataPatch a merge patch (RFC 7396), or null: no change
 * @param status or null: no change
 */
public record ConversationChange(
        Title title,
        @Nullable ObjectNode metadataPatch,
        @Nullable ConversationStatus status) {
    /** What becomes of the title. */
    public sealed interface Title {
        /** It stays. */
        record Keep() implements Title {}

        /** The derived one holds again. */
        record Derive() implements Title {}

        /** The caller's, 1-200 characters. */
        record Set(String title) implements Title {}
    }
}
