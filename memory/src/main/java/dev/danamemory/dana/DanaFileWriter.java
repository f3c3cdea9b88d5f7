package dev.danamemory.dana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.ConversationKey;
import org.jspecify.annotations.Nullable;

/** Writes one file. */
final class DanaFileWriter {
    private DanaFileWriter() {}

    static ObjectNode write(DanaFile file, ConversationKey key, @Nullable String shownTitle) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("conversation_id", key.conversationId());
        putIfAny(json, "created_at", file.createdAt());
        putIfAny(json, "updated_at", file.updatedAt());
        var history = json.putArray("history");
        file.turns().forEach(turn -> history.add(TurnJson.file(turn)));
        var summaries = json.putArray("summaries");
        file.summaries().forEach(summary -> summaries.add(SummaryJson.file(summary)));
        json.set("metadata", metadata(file, key, shownTitle));
        file.more().forEach(json::putIfAbsent);
        return json;
    }

    // no key of a caller may stand in for a counter of Dana's, our agent or our title; else what a file brought comes
    // back
    private static ObjectNode metadata(DanaFile file, ConversationKey key, @Nullable String shownTitle) {
        ObjectNode given = file.metadata();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (file.sessionCount() != null) {
            json.set("session_count", WrittenNumber.of(file.sessionCount()));
        }
        json.set("total_turns", WrittenNumber.of(file.totalTurns()));
        json.put("conversation_id", key.conversationId());
        putOwn(json, OwnNames.TITLE, file.title() == null ? shownTitle : file.title(), given);
        given.properties().forEach(field -> {
            if (!field.getKey().equals("_memory") && !OwnNames.isOwn(field.getKey(), field.getValue())) {
                json.putIfAbsent(field.getKey(), field.getValue());
            }
        });
        json.putIfAbsent("user_id", JsonNodeFactory.instance.textNode(key.user().value()));
        putOwn(json, OwnNames.AGENT_ID, file.agentId(), given);
        return json;
    }

    private static void putOwn(ObjectNode json, String name, @Nullable String value, ObjectNode given) {
        if (!OwnNames.isForeign(name, given)) {
            putIfAny(json, name, value);
        }
    }

    private static void putIfAny(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
