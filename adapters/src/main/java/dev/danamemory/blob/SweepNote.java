package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that a protocol left for cleanup.
 *
 * @param reason which protocol, as in {@code clear}
 * @param conversationId or null: all of the user's
 * @param announced when the protocol began
 * @param epoch of a redacted turn, else null
 * @param turnNumber of a redacted turn, else null
 */
record SweepNote(
        String reason,
        UserId user,
        @Nullable String conversationId,
        Instant announced,
        @Nullable String epoch,
        @Nullable Long turnNumber) {
    /** @throws RuntimeException of whatever kind when the bytes are no such note */
    static SweepNote read(byte[] bytes) {
        StoredFields file = StoredFields.of(JsonReader.stored().read(bytes));
        return new SweepNote(
                file.text("reason"),
                new UserId(file.text("user_id")),
                file.optionalText("conversation_id"),
                Instant.parse(file.text("announced")),
                file.optionalText("epoch"),
                file.optionalNumber("turn_number"));
    }

    ConversationKey key(String id) {
        return new ConversationKey(user, id);
    }
}
