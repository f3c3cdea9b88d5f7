package dev.danamemory.agents.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.Step;
import dev.danamemory.model.Unicode;
import java.util.List;

/**
 * An answer of the chat-completions API. Only a whole answer counts: one that was cut off, filtered or refused is a
 * failure, for once stored it would be remembered as what the agent had to say.
 */
final class Completion {
    private final JsonNode choice;
    private final JsonNode message;

    private Completion(JsonNode choice) {
        this.choice = choice;
        this.message = choice.path("message");
    }

    /** @throws AgentException when it is no answer; the message quotes nothing of it */
    static AgentReply read(byte[] body) {
        try {
            return new Completion(JsonReader.strict().read(body).path("choices").path(0)).reply();
        } catch (JsonSyntaxException e) {
            throw new AgentException(
                    Kind.FAILED, "the answer of the agent's provider is not JSON that can be read", null, e);
        }
    }

    static AgentException malformed() {
        return failed("the answer of the agent's provider is not a chat completion");
    }

    private static AgentException failed(String problem) {
        return new AgentException(Kind.FAILED, problem);
    }

    private AgentReply reply() {
        if (!message.isObject()) {
            throw malformed();
        }
        String ending = choice.path("finish_reason").asText("");
        if (ending.equals("content_filter") || hasText(message.path("refusal"))) {
            throw failed("the agent's provider refused to answer");
        }
        if (ending.equals("length")) {
            throw failed("the agent's answer was cut off at its provider's limit");
        }
        String content = content(message.path("content"));
        List<Step> calls = ToolCalls.read(message.path("tool_calls"));
        if (content.isBlank()) {
            throw failed(
                    calls.isEmpty() ? "the agent's answer is empty" : "the agent asked for tools and gave no answer");
        }
        return new AgentReply(content, calls);
    }

    private static boolean hasText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static String content(JsonNode content) {
        if (content.isNull() || content.isMissingNode()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (content.isTextual()) {
            text.append(content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> text.append(part(part)));
        } else {
            throw malformed();
        }
        if (!Unicode.isWellFormed(text.toString())) {
            throw failed("the agent's answer is not well-formed text");
        }
        return text.toString();
    }

    private static String part(JsonNode part) {
        return switch (part.path("type").asText("")) {
            case "text" -> {
                if (!part.path("text").isTextual()) {
                    throw malformed();
                }
                yield part.path("text").textValue();
            }
            case "refusal" -> throw failed("the agent's provider refused to answer");
            // what is neither can't be kept: turns hold text
            default -> "";
        };
    }
}
