package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.RandomJson;
import java.util.function.Supplier;

/** Makes memory files as Dana, this service, people and their scripts may write them, the same for one seed. */
public final class RandomFile {
    private static final String[] TIMES = {
        "2026-11-22T13:00:00.123456Z",
        "2026-11-22T13:00:00+05:30",
        "2026-11-22T13:00",
        "2026-11-22",
        "2024-02-29T00:00:00-0930"
    };

    private final RandomJson random;

    public RandomFile(long seed) {
        random = new RandomJson(seed);
    }

    public ObjectNode file() {
        ObjectNode file = unknown();
        maybe(file, "conversation_id", this::text);
        maybe(file, "created_at", this::time);
        maybe(file, "updated_at", this::time);
        ArrayNode history = file.putArray("history");
        for (int i = random.below(6); i > 0; i--) {
            history.add(turn(history.size()));
        }
        maybe(file, "summaries", () -> file.arrayNode().add(summary()).add(summary()));
        maybe(file, "metadata", () -> {
            ObjectNode metadata = random.object(4);
            maybe(metadata, "session_count", () -> file.numberNode(random.below(9)));
            maybe(metadata, "total_turns", () -> file.numberNode(random.below(12)));
            for (String name : new String[] {"conversation_id", "user_id", "agent_id", "title", "_memory"}) {
                maybe(metadata, name, () -> random.onceIn(2) ? file.textNode("plain") : random.value(2));
            }
            return metadata;
        });
        return file;
    }

    private ObjectNode turn(int index) {
        ObjectNode turn = unknown();
        maybe(turn, "turn_id", () -> turn.textNode(index + random.text()));
        turn.set("user_input", text());
        turn.set("agent_response", text());
        turn.set("timestamp", time());
        maybe(turn, "metadata", () -> random.object(4));
        maybe(turn, "status", () -> turn.textNode(random.onceIn(2) ? "failed" : "complete"));
        maybe(turn, "agent_id", () -> random.onceIn(2) ? turn.nullNode() : turn.textNode("baker"));
        maybe(turn, "context_through", () -> random.onceIn(2) ? turn.nullNode() : turn.numberNode(0));
        maybe(turn, "steps", () -> turn.arrayNode().add(call()).add(result()).add(message()));
        maybe(turn, "attachments", () -> turn.arrayNode().add(attachment()));
        return turn;
    }

    private ObjectNode call() {
        ObjectNode call = unknown().put("type", "tool_call").put("id", "1").put("name", "n" + random.text());
        return call.set("arguments", random.value(4));
    }

    private ObjectNode result() {
        ObjectNode result = unknown().put("type", "tool_result").put("id", "1");
        maybe(result, "is_error", () -> random.onceIn(3) ? result.nullNode() : result.booleanNode(random.onceIn(2)));
        return result.set("content", random.value(4));
    }

    private ObjectNode message() {
        return unknown().put("type", "message").put("role", "user").put("content", random.text());
    }

    private ObjectNode attachment() {
        ObjectNode attachment = unknown().put("uri", "u" + random.text()).put("media_type", "a/b");
        maybe(attachment, "name", () -> random.onceIn(2) ? attachment.nullNode() : attachment.textNode("n"));
        maybe(attachment, "size", () -> random.onceIn(2) ? attachment.nullNode() : attachment.numberNode(5));
        return attachment;
    }

    private ObjectNode summary() {
        ObjectNode summary = unknown().put("content", random.text()).put("turn_count", random.below(9));
        maybe(summary, "summary_id", () -> summary.textNode("s" + random.text()));
        maybe(summary, "created_at", this::time);
        maybe(summary, "start_timestamp", () -> random.onceIn(2) ? summary.nullNode() : time());
        maybe(summary, "end_turn", summary::nullNode);
        return summary;
    }

    private ObjectNode unknown() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        random.object(4).properties().forEach(field -> object.set("x" + field.getKey(), field.getValue()));
        return object;
    }

    private JsonNode text() {
        return JsonNodeFactory.instance.textNode(random.text());
    }

    private JsonNode time() {
        return JsonNodeFactory.instance.textNode(TIMES[random.below(TIMES.length)]);
    }

    private void maybe(ObjectNode object, String name, Supplier<JsonNode> value) {
        if (!random.onceIn(3)) {
            object.set(name, value.get());
        }
    }
}
