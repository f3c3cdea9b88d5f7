package dev.danamemory.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A turn that has no number yet; its store gives it one. All attempts to store it carry the same {@code turnId}, by
 * which a store tells its own turn from another's.
 *
 * @param timestamp as in {@link Turn}
 */
public record NewTurn(
        String turnId,
        String userInput,
        String agentResponse,
        String timestamp,
        ObjectNode metadata,
        TurnStatus status,
        @Nullable String agentId,
        @Nullable Long contextThrough,
        @Nullable Long replaces,
        List<Step> steps,
        List<Attachment> attachments) {
    /**
     * A turn to be stored.
     *
     * @throws InvalidInputException as {@link #requireStorable}
     */
    public NewTurn {
        requireStorable(userInput, agentResponse);
        steps = List.copyOf(steps);
        attachments = List.copyOf(attachments);
    }

    /**
     * Refuses texts that no store takes.
     *
     * @throws InvalidInputException when a text is over 256 KiB of UTF-8 or not well-formed
     */
    public static void requireStorable(String userInput, String agentResponse) {
        requireText("user_input", userInput);
        requireText("agent_response", agentResponse);
    }

    private static void requireText(String field, String text) {
        if (!Unicode.isWellFormed(text)) {
            throw new InvalidInputException(field, "has half of a surrogate pair; it must be well-formed text");
        }
        if (Unicode.utf8Length(text) > Turn.LONGEST_TEXT) {
            throw new InvalidInputException(field, "is over 256 KiB of UTF-8");
        }
    }

    /** The turn under its number. */
    public Turn numbered(long turnNumber) {
        return new Turn(
                turnId,
                turnNumber,
                userInput,
                agentResponse,
                timestamp,
                metadata,
                status,
                agentId,
                contextThrough,
                replaces,
                steps,
                attachments,
                Map.of());
    }
}
