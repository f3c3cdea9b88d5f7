package dev.danamemory.dana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Fields;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened inside a turn, as JSON: {@code tool_call}, {@code tool_result} and {@code message}. */
public final class StepJson {
    private static final int LONGEST_NAME = 256;
    private static final Set<String> CALL = Set.of("type", "id", "name", "arguments");
    private static final Set<String> RESULT = Set.of("type", "id", "content");
    private static final Set<String> FAILED_RESULT = Set.of("type", "id", "content", "is_error");
    private static final Set<String> MESSAGE = Set.of("type", "role", "content");

    private StepJson() {}

    /** Steps for a caller of the API, or for counting their tokens. */
    public static ArrayNode answer(List<Step> steps) {
        return write(steps, Form.ANSWER);
    }

    /**
     * Reads {@code steps} of a turn, whether a request posts it or a file holds it; none when the field is absent.
     * Together they may have {@value Turn#LONGEST_TEXT} bytes of compact JSON. Keys that this version does not know are
     * kept from a file and ignored in a request.
     *
     * @param turn whose fields; takes the faults, as of {@code steps[2].arguments}
     */
    public static List<Step> read(Fields turn) {
        List<Step> steps = new ArrayList<>();
        for (Fields in : turn.objects("steps")) {
            Step step = step(in);
            if (step != null) {
                steps.add(step);
            }
        }
        if (turn.isLimited()
                && !steps.isEmpty()
                && JsonWriter.bytes(write(steps, Form.FILE)).length > Turn.LONGEST_TEXT) {
            turn.fault("steps", "are too long: at most 262,144 bytes of compact JSON are kept");
        }
        return steps;
    }

    private static @Nullable Step step(Fields in) {
        String type = in.requiredText("type", Turn.LONGEST_TEXT);
        return switch (type) {
            case "tool_call" ->
                new Step.ToolCall(
                        in.requiredShortText("id", LONGEST_NAME),
                        in.requiredShortText("name", LONGEST_NAME),
                        in.requiredValue("arguments"),
                        in.more(CALL));
            case "tool_result" -> result(in);
            case "message" ->
                new Step.Message(
                        in.requiredShortText("role", LONGEST_NAME),
                        in.requiredText("content", Turn.LONGEST_TEXT),
                        in.more(MESSAGE));
            // no type at all is noted already
            case "" -> null;
            default -> {
                in.fault("type", "must be tool_call, tool_result or message");
                yield null;
            }
        };
    }

    // a file's own "is_error": false is kept among the unknown keys, to be given back as it came
    private static Step result(Fields in) {
        boolean isError = Boolean.TRUE.equals(in.nullable().flag("is_error"));
        return new Step.ToolResult(
                in.requiredShortText("id", LONGEST_NAME),
                in.requiredValue("content"),
                isError,
                in.more(isError ? FAILED_RESULT : RESULT));
    }

    static ArrayNode write(List<Step> steps, Form form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Step step : steps) {
            array.add(form.finish(write(step, form), step.more()));
        }
        return array;
    }

    private static ObjectNode write(Step step, Form form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (step) {
            case Step.ToolCall call ->
                json.put("type", "tool_call")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("arguments", call.arguments());
            case Step.ToolResult result -> {
                json.put("type", "tool_result").put("id", result.id()).set("content", result.content());
                yield result.isError() || form == Form.ANSWER ? json.put("is_error", result.isError()) : json;
            }
            case Step.Message message ->
                json.put("type", "message").put("role", message.role()).put("content", message.content());
        };
    }
}
