package dev.danamemory.local.cli;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.local.gateway.CleanupRuns;
import dev.danamemory.local.gateway.FunctionRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that give the answers they were told to give, in order, and keep what they were asked. */
final class ScriptedFunctions implements FunctionRoutes, RequestStreamHandler {
    private record Scripted(int status, String body) {}

    /** What was asked, as in {@code POST /chat?a=b}, and the body as JSON (a missing node without one). */
    record Asked(String what, JsonNode body, String user) {}

    /** What cleanup does. */
    CleanupRuns cleanup = (isDryRun, deadline, progress) -> {
        throw new IllegalStateException("no cleanup was expected");
    };

    private final Deque<Scripted> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    ScriptedFunctions answer(int status, String body) {
        answers.add(new Scripted(status, body));
        return this;
    }

    ScriptedFunctions chat(String conversationId, String response) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return answer(
                200, JsonWriter.text(body.put("conversation_id", conversationId).put("agent_response", response)));
    }

    ScriptedFunctions problem(int status, String detail) {
        return answer(
                status, JsonWriter.text(JsonNodeFactory.instance.objectNode().put("detail", detail)));
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public Match match(String method, String rawPath) {
        return new Match(method + " " + rawPath, Map.of(), false, this);
    }

    @Override
    public CleanupRuns cleanup() {
        return cleanup;
    }

    @Override
    public Optional<RequestStreamHandler> handlerOf(JsonNode event) {
        return event.has("routeKey") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = JsonReader.strict().read(in.readAllBytes());
        String query = event.path("rawQueryString").asText();
        String body = event.path("body").asText("");
        asked.add(new Asked(
                event.path("routeKey").asText() + (query.isEmpty() ? "" : "?" + query),
                body.isEmpty() ? event.path("body") : JsonReader.lenient().read(body),
                event.at("/requestContext/authorizer/jwt/claims/sub").asText()));
        Scripted scripted = answers.remove();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("statusCode", WrittenNumber.of(scripted.status()));
        out.write(JsonWriter.bytes(answer.put("body", scripted.body())));
    }
}
