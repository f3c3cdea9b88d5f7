package dev.danamemory.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages in the form that chat-completion APIs accept: user and assistant take turns, neighbours of one role are one
 * message, no side is empty, every call has its result right behind it.
 */
final class ChatMessages {
    static final String USER = "user";
    static final String ASSISTANT = "assistant";
    static final String NONE = "(none)";

    private static final String TOOL = "tool";
    private static final String ROLE = "role";
    private static final String CONTENT = "content";
    private static final String CALLS = "tool_calls";

    private final List<ObjectNode> messages = new ArrayList<>();
    private final Set<String> callIds = new HashSet<>();
    private String speaker = "";

    /**
     * A call of a tool.
     *
     * @param arguments as JSON
     */
    record Call(String id, String name, String arguments, String result) {}

    /** Something that a role says; an empty text is said as {@value #NONE}. */
    void say(String role, String text) {
        String said = text.isEmpty() ? NONE : text;
        if (speaker.equals(role) && role.equals(messages.getLast().get(ROLE).textValue())) {
            ObjectNode last = messages.getLast();
            last.put(CONTENT, last.get(CONTENT).textValue() + "\n\n" + said);
            return;
        }
        if (speaker.equals(role) && role.equals(USER)) {
            // only calls and their results stand between; aside from those the roles would not alternate
            say(ASSISTANT, NONE);
        }
        messages.add(message(role, said));
        speaker = role;
    }

    /** Calls made at once, and what each gave back. */
    void call(List<Call> calls) {
        ObjectNode caller = caller();
        ArrayNode toolCalls = caller.putArray(CALLS);
        for (Call call : calls) {
            String id = unused(call.id());
            toolCalls
                    .addObject()
                    .put("id", id)
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.name())
                    .put("arguments", call.arguments());
            String result = call.result().isEmpty() ? NONE : call.result();
            messages.add(message(TOOL, result).put("tool_call_id", id));
        }
    }

    /** All of them. */
    List<ObjectNode> all() {
        return messages;
    }

    // what an assistant says just before its calls is one message with them
    private ObjectNode caller() {
        boolean talking =
                !messages.isEmpty() && messages.getLast().get(ROLE).textValue().equals(ASSISTANT);
        if (!talking) {
            ObjectNode caller = message(ASSISTANT, "");
            caller.putNull(CONTENT);
            messages.add(caller);
        }
        return messages.getLast();
    }

    // APIs find a result's call by its id, so one that stands twice gets a number
    private String unused(String id) {
        String base = id.isEmpty() ? "call" : id;
        String unused = base;
        for (int i = 2; !callIds.add(unused); i++) {
            unused = base + "-" + i;
        }
        return unused;
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put(ROLE, role).put(CONTENT, content);
    }
}
