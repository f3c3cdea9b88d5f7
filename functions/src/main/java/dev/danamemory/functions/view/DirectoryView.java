package dev.danamemory.functions.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.store.DirectoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a user's conversations. */
public final class DirectoryView {
    private DirectoryView() {}

    /** The page as JSON; a null cursor says that it is the last. */
    public static ObjectNode of(List<DirectoryEntry> entries, @Nullable String cursor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode conversations = json.putArray("conversations");
        entries.forEach(entry -> conversations.add(of(entry)));
        json.put("next_cursor", cursor);
        return json;
    }

    private static ObjectNode of(DirectoryEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conversation_id", entry.conversationId());
        json.put("agent_id", entry.agentId());
        json.put("title", entry.title());
        json.put("status", entry.status().wire());
        json.put("created_at", entry.createdAt());
        json.put("updated_at", entry.updatedAt());
        json.set("metadata", entry.metadata());
        return json;
    }
}
