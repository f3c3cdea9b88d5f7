package dev.danamemory.agents.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.json.JsonWriter;
import java.util.List;

/**
 * A request of the chat-completions API: model, system prompt and the messages from memory as they are.
 *
 * <p>The API has no field for the caller's context. It stands as a marked note at the head of the last message, the
 * user's: callers may be users' own clients, so a system message, which speaks for the operator, would say too much.
 */
final class Prompt {
    private static final String ROLE = "role";
    private static final String CONTENT = "content";
    // the JSON between the marks is one line, so nothing in it can look like a mark on a line of its own
    private static final String BEGIN = "[Context of this request]\n";
    private static final String END = "\n[End of context of this request]\n\n";

    private Prompt() {}

    static ObjectNode of(String model, AgentRequest request) {
        ObjectNode prompt = JsonNodeFactory.instance.objectNode().put("model", model);
        ArrayNode messages = prompt.putArray("messages");
        String system = request.agent().systemPrompt();
        if (!system.isBlank()) {
            messages.addObject().put(ROLE, "system").put(CONTENT, system);
        }
        List<ObjectNode> remembered = request.memory().messages();
        messages.addAll(remembered.subList(0, remembered.size() - 1));
        messages.add(asked(remembered.getLast(), request.callerContext()));
        return prompt;
    }

    private static ObjectNode asked(ObjectNode last, ObjectNode context) {
        return context.isEmpty()
                ? last
                : last.deepCopy()
                        .put(
                                CONTENT,
                                BEGIN
                                        + JsonWriter.text(context)
                                        + END
                                        + last.get(CONTENT).textValue());
    }
}
