package dev.danamemory.agents.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.Faults;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.json.Place;
import dev.danamemory.json.TreeCheck;
import dev.danamemory.model.Step;
import dev.danamemory.model.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a completion's message calls besides what it says. */
final class ToolCalls {
    private static final int LONGEST_NAME = 256;

    private ToolCalls() {}

    /**
     * The calls as steps of the turn, in order.
     *
     * @throws dev.danamemory.chat.AgentException when one has no name, or nothing that can be stored
     */
    static List<Step> read(JsonNode calls) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            String id = storable(call.path("id").asText(""));
            // some servers give no id; steps need one
            steps.add(new Step.ToolCall(
                    id.isEmpty() ? "call-" + (steps.size() + 1) : id,
                    name(function.path("name")),
                    arguments(function.path("arguments")),
                    Map.of()));
        }
        return steps;
    }

    private static String name(JsonNode name) {
        if (!name.isTextual() || name.textValue().isBlank()) {
            throw Completion.malformed();
        }
        return storable(name.textValue());
    }

    private static String storable(String text) {
        if (Unicode.codePoints(text) > LONGEST_NAME || !Unicode.isWellFormed(text)) {
            throw Completion.malformed();
        }
        return text;
    }

    // JSON inside a text, though some servers give the JSON itself; models write it, so it may be anything
    private static JsonNode arguments(JsonNode written) {
        if (written.isContainerNode()) {
            return clean(written).orElseThrow(Completion::malformed);
        }
        String text = written.asText("");
        if (!Unicode.isWellFormed(text)) {
            throw Completion.malformed();
        }
        return parsed(text).flatMap(ToolCalls::clean).orElseGet(() -> JsonNodeFactory.instance.textNode(text));
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JsonReader.strict().read(text));
        } catch (JsonSyntaxException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> clean(JsonNode value) {
        return TreeCheck.isClean(value, Place.root(), new Faults()) ? Optional.of(value) : Optional.empty();
    }
}
