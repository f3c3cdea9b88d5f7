package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists and cleanup read of a conversation without reading it.
 *
 * @param user whose conversation it is, for cleanup, which goes through the entries of all
 * @param birth of the conversation that this is the entry of
 * @param importing whether the conversation is still being written and not to be shown
 */
record ListEntry(UserId user, DirectoryEntry shown, String birth, boolean importing) {
    /** The entry that a conversation should have. */
    static ListEntry of(ConversationHeader header, String updatedAt) {
        return new ListEntry(
                header.key().user(),
                new DirectoryEntry(
                        header.key().conversationId(),
                        header.agentId(),
                        header.shownTitle(),
                        header.status(),
                        header.createdAt(),
                        updatedAt,
                        header.metadata()),
                header.birth(),
                false);
    }

    /** The entry with another title: that of a message which is about to be stored. */
    ListEntry titled(@Nullable String title) {
        return new ListEntry(
                user,
                new DirectoryEntry(
                        shown.conversationId(),
                        shown.agentId(),
                        title,
                        shown.status(),
                        shown.createdAt(),
                        shown.updatedAt(),
                        shown.metadata()),
                birth,
                importing);
    }

    ConversationKey key() {
        return new ConversationKey(user, shown.conversationId());
    }

    /** When activity was last recorded. */
    Instant activity() {
        return Instant.parse(shown.updatedAt());
    }

    ListEntry whileImporting() {
        return new ListEntry(user, shown, birth, true);
    }

    /** Whether it is the header's entry and shows all that the header says. */
    boolean says(ConversationHeader header) {
        return equals(of(header, shown.updatedAt()));
    }

    /** The entry as a file. The nonce makes every write's bytes its own, for a version may be a hash of them. */
    byte[] bytes(String nonce) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("conversation_id", shown.conversationId());
        file.put("user_id", user.value());
        file.put("agent_id", shown.agentId());
        file.put("title", shown.title());
        file.put("status", shown.status().wire());
        file.put("created_at", shown.createdAt());
        file.put("updated_at", shown.updatedAt());
        file.set("metadata", shown.metadata());
        file.put("birth", birth);
        file.put("write", nonce);
        if (importing) {
            file.put("importing", true);
        }
        return JsonWriter.bytes(file);
    }

    /** The entry of a file that is no stub; throws when it is damaged. */
    static ListEntry of(StoredFields file) {
        @Nullable String agentId = file.optionalText("agent_id");
        DirectoryEntry shown = new DirectoryEntry(
                file.text("conversation_id"),
                agentId,
                file.optionalText("title"),
                ConversationStatus.of(file.text("status")).orElseThrow(),
                file.text("created_at"),
                file.text("updated_at"),
                file.optionalObject("metadata").orElseThrow(() -> new IllegalArgumentException("metadata is missing")));
        return new ListEntry(new UserId(file.text("user_id")), shown, file.text("birth"), file.flag("importing"));
    }
}
