package dev.danamemory.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input and one response. A stored turn never changes, save that it can be redacted.
 *
 * @param turnId unique in its conversation
 * @param turnNumber 1, 2, 3 … without a gap, in the order of storing
 * @param timestamp ISO 8601 date-time or date, as it was written; order never depends on it
 * @param metadata the caller's; nobody may change this tree
 * @param agentId who answered, if known
 * @param contextThrough the last turn number that was known when the agent was called
 * @param replaces number of the failed turn that this one answers
 * @param more keys that an imported file had and this version does not know
 */
public record Turn(
        String turnId,
        long turnNumber,
        String userInput,
        String agentResponse,
        String timestamp,
        ObjectNode metadata,
        TurnStatus status,
        @Nullable String agentId,
        @Nullable Long contextThrough,
        @Nullable Long replaces,
        List<Step> steps,
        List<Attachment> attachments,
        Map<String, JsonNode> more) {
    /** The longest of input, response and steps (as JSON), in bytes of UTF-8. */
    public static final int LONGEST_TEXT = 256 * 1024;

    /** The largest metadata, in bytes of compact JSON. */
    public static final int LARGEST_METADATA = 16 * 1024;

    public Turn {
        if (turnNumber < 1) {
            throw new IllegalArgumentException("turn numbers begin at 1");
        }
        steps = List.copyOf(steps);
        attachments = List.copyOf(attachments);
    }

    /** What stays of the turn when its content is taken back: its place, and who answered. */
    public Turn redacted() {
        return new Turn(
                turnId,
                turnNumber,
                "",
                "",
                timestamp,
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.REDACTED,
                agentId,
                contextThrough,
                replaces,
                List.of(),
                List.of(),
                Map.of());
    }

    /** Whether it is shown in context, search and summaries. */
    public boolean isComplete() {
        return status == TurnStatus.COMPLETE;
    }
}
