package dev.danamemory.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A turn's steps as messages. Calls in a row were made at once. A result moves to its call, wherever in the turn it
 * stood; a call without one gets an empty result, a result without call and a message of another role than user and
 * assistant become notes, for APIs take none of these as they are, and a system message would speak for the operator.
 */
final class StepMessages {
    private final List<Step> steps;
    private final ChatMessages messages;
    private final Map<Integer, Step.ToolResult> resultOfCall = new HashMap<>();
    private final Set<Integer> orphans = new HashSet<>();

    private StepMessages(List<Step> steps, ChatMessages messages) {
        this.steps = steps;
        this.messages = messages;
        match();
    }

    static void add(List<Step> steps, ChatMessages messages) {
        new StepMessages(steps, messages).add();
    }

    /** The messages that these steps alone would be, as compact JSON. */
    static String json(List<Step> steps) {
        ChatMessages messages = new ChatMessages();
        add(steps, messages);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        messages.all().forEach(array::add);
        return JsonWriter.text(array);
    }

    private void match() {
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Step.ToolCall call ->
                    open.computeIfAbsent(call.id(), id -> new ArrayDeque<>()).addLast(i);
                case Step.ToolResult result -> {
                    Integer call =
                            open.getOrDefault(result.id(), new ArrayDeque<>()).pollFirst();
                    if (call == null) {
                        orphans.add(i);
                    } else {
                        resultOfCall.put(call, result);
                    }
                }
                case Step.Message message -> {}
            }
        }
    }

    private void add() {
        List<ChatMessages.Call> calls = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.ToolCall call) {
                calls.add(new ChatMessages.Call(
                        call.id(), call.name(), JsonWriter.text(call.arguments()), result(resultOfCall.get(i))));
            } else {
                flush(calls);
                say(i);
            }
        }
        flush(calls);
    }

    private void flush(List<ChatMessages.Call> calls) {
        if (!calls.isEmpty()) {
            messages.call(calls);
            calls.clear();
        }
    }

    private void say(int place) {
        switch (steps.get(place)) {
            case Step.Message message when message.content().isBlank() -> {}
            case Step.Message message
            when message.role().equals(ChatMessages.USER) || message.role().equals(ChatMessages.ASSISTANT) ->
                messages.say(message.role(), message.content());
            case Step.Message message -> note("of role " + message.role(), message.content());
            case Step.ToolResult result when orphans.contains(place) -> note("from a tool", result(result));
            case Step.ToolResult result -> {}
            case Step.ToolCall call -> {}
        }
    }

    private void note(String kind, String content) {
        messages.say(ChatMessages.USER, MemoryNotes.marked(kind, content));
    }

    private static String result(Step.@Nullable ToolResult result) {
        if (result == null) {
            return "";
        }
        String content = text(result.content());
        return result.isError() ? "Error: " + content : content;
    }

    private static String text(JsonNode content) {
        return content.isTextual() ? content.textValue() : content.isNull() ? "" : JsonWriter.text(content);
    }
}
