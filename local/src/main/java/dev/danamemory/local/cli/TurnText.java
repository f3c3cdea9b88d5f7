package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A turn for people. */
final class TurnText {
    private TurnText() {}

    static String of(JsonNode turn) {
        String head = "#" + turn.path("turn_number").asText() + " "
                + turn.path("timestamp").asText();
        return switch (turn.path("status").asText()) {
            case "redacted" -> head + "\n  (taken back)";
            case "failed" -> head + side("you", turn.path("user_input")) + "\n  (no answer)";
            default -> head + side("you", turn.path("user_input")) + side("agent", turn.path("agent_response"));
        };
    }

    private static String side(String who, JsonNode text) {
        return text.asText().isEmpty()
                ? ""
                : "\n  " + who + ": " + text.asText().strip().replace("\n", "\n    ");
    }
}
