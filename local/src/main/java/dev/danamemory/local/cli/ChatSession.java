package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.local.gateway.LocalAnswer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user's talk with an agent, from message to message. */
final class ChatSession {
    private static final int NOT_FOUND = 404;

    private final ApiClient client;
    private final Terminal terminal;
    private final LastConversation last;
    private final @Nullable String agentId;
    private @Nullable String conversationId;
    private boolean isRemembered;

    /** @param agentId who is to answer; null is the conversation's agent */
    ChatSession(ApiClient client, Terminal terminal, LastConversation last, @Nullable String agentId) {
        this.client = client;
        this.terminal = terminal;
        this.last = last;
        this.agentId = agentId;
    }

    /** Goes on with that conversation. */
    void continueWith(String id) {
        conversationId = id;
        isRemembered = false;
    }

    /** Goes on with the last conversation, if there was one. */
    void continueLast() throws IOException {
        conversationId = last.id().orElse(null);
        isRemembered = conversationId != null;
    }

    /** The next message begins a new conversation. */
    void beginAnew() {
        conversationId = null;
        isRemembered = false;
    }

    /** The conversation's id; nothing before the first message of a new one. */
    Optional<String> conversationId() {
        return Optional.ofNullable(conversationId);
    }

    ApiClient client() {
        return client;
    }

    /** Sends a message, prints the answer, and says whether there was one that is remembered, or why not. */
    ExitCode send(String message) throws IOException {
        LocalAnswer answer = post(message);
        if (answer.status() == NOT_FOUND && isRemembered) {
            terminal.note("The last conversation is gone; this begins a new one.");
            beginAnew();
            answer = post(message);
        }
        JsonNode json = answer.json();
        String id = json.path("conversation_id").asText("");
        if (!id.isEmpty()) {
            goOnWith(id);
        }
        // an answer that could not be stored is in the problem
        String response = json.path("agent_response").asText("");
        if (!response.isEmpty()) {
            terminal.say(response);
        }
        if (!answer.isSuccess()) {
            terminal.note(ApiClient.problem(answer));
        }
        return ApiClient.exitCode(answer);
    }

    private LocalAnswer post(String message) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        if (conversationId != null) {
            body.put("conversation_id", conversationId);
        }
        if (agentId != null) {
            body.put("agent_id", agentId);
        }
        return client.post("/chat", body);
    }

    private void goOnWith(String id) throws IOException {
        if (!id.equals(conversationId) || !isRemembered) {
            last.remember(id);
        }
        conversationId = id;
        isRemembered = true;
    }
}
