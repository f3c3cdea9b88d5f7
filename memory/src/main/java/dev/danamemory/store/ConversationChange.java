package dev.danamemory.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a conversation is called and labelled.
 *
 * @param metadataPatch a merge patch (RFC 7396), JSON's null to leave nothing; or null: no change
 * @param status or null: no change
 */
public record ConversationChange(
        Title title,
        @Nullable JsonNode metadataPatch,
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
