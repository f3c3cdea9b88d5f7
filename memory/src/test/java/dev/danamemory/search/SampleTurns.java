package dev.danamemory.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.Map;

/** Turns with nothing in them but what a test is about. */
public final class SampleTurns {
    private SampleTurns() {}

    /** A complete turn. */
    public static Turn turn(long number, String input, String response) {
        return turn(number, input, response, TurnStatus.COMPLETE, List.of());
    }

    /** A complete turn with steps. */
    public static Turn turn(long number, String input, String response, List<Step> steps) {
        return turn(number, input, response, TurnStatus.COMPLETE, steps);
    }

    /** A turn of that status. */
    public static Turn turn(long number, String input, String response, TurnStatus status, List<Step> steps) {
        return new Turn(
                "t-" + number,
                number,
                input,
                response,
                "2026-11-01T10:00:00Z",
                JsonNodeFactory.instance.objectNode(),
                status,
                null,
                null,
                null,
                steps,
                List.of(),
                Map.of());
    }
}
