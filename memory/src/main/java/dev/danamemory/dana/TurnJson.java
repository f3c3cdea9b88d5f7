package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;

/**
 * Turns as JSON. Trees of metadata and steps are shared with the turn and not copied: nobody may change what is returned
 * below its first level.
 */
public final class TurnJson {
    private TurnJson() {}

    /** For a caller of the API: all fields, the empty ones too, and no others. */
    public static ObjectNode answer(Turn turn) {
        return write(turn, Form.ANSWER);
    }

    /** For an exported file: all fields, and the keys that an imported file had beside them. */
    public static ObjectNode file(Turn turn) {
        return write(turn, Form.FILE);
    }

    /** For a store: as for a file, without the service's own fields where they are empty. Dana reads it too. */
    public static ObjectNode stored(Turn turn) {
        return write(turn, Form.STORED);
    }

    /**
     * Reads what {@link #stored} or {@link #file} wrote.
     *
     * @throws IllegalArgumentException when it did not; the message names places and no values
     */
    public static Turn fromStored(JsonNode stored) {
        return StoredShape.read(stored, in -> {
            long number = in.requiredWhole("turn_number", 1, Long.MAX_VALUE);
            return TurnReader.read(in, Math.max(number, 1), () -> in.required("turn_id", null, ""));
        });
    }

    private static ObjectNode write(Turn turn, Form form) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("turn_id", turn.turnId())
                .put("turn_number", turn.turnNumber())
                .put("user_input", turn.userInput())
                .put("agent_response", turn.agentResponse())
                .put("timestamp", turn.timestamp())
                .set("metadata", turn.metadata());
        form.set(json, "status", TextNode.valueOf(turn.status().wire()), turn.status() == TurnStatus.COMPLETE);
        form.set(json, "agent_id", turn.agentId());
        form.set(json, "context_through", turn.contextThrough());
        form.set(json, "replaces", turn.replaces());
        form.set(json, "steps", StepJson.write(turn.steps(), form), turn.steps().isEmpty());
        form.set(
                json,
                "attachments",
                AttachmentJson.write(turn.attachments(), form),
                turn.attachments().isEmpty());
        return form.finish(json, turn.more());
    }
}
