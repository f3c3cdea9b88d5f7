package dev.danamemory.local.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that answer with the event they were called with, and keep it. */
public final class EchoFunctions implements FunctionRoutes, RequestStreamHandler {
    private static final Pattern CONVERSATION = Pattern.compile("/conversations/([^/]+)");

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    @Override
    public Match match(String method, String rawPath) {
        Matcher conversation = CONVERSATION.matcher(rawPath);
        if (conversation.matches() && (method.equals("GET") || method.equals("PUT"))) {
            return new Match(
                    method + " /conversations/{id}", Map.of("id", decoded(conversation.group(1))), false, this);
        }
        return switch (method + " " + rawPath) {
            case "GET /health" -> new Match("GET /health", Map.of(), true, this);
            case "POST /chat" -> new Match("POST /chat", Map.of(), false, this);
            default -> new Match(DEFAULT_KEY, Map.of(), false, this);
        };
    }

    @Override
    public Optional<RequestStreamHandler> handlerOf(JsonNode event) {
        return event.has("routeKey") ? Optional.of(this) : Optional.empty();
    }

    private static String decoded(String segment) {
        return PercentCoding.decode(segment).orElse(segment);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = JsonReader.strict().read(in.readAllBytes());
        events.add(event);
        contexts.add(context);
        out.write(JsonWriter.bytes(answer(event)));
    }

    private static ObjectNode answer(JsonNode event) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("statusCode", WrittenNumber.of(200));
        answer.putObject("headers").put("Content-Type", "application/json").put("X-Echo", "yes");
        answer.put("body", JsonWriter.text(event));
        return answer.put("isBase64Encoded", false);
    }

    /** The events so far. */
    public List<JsonNode> events() {
        return events;
    }

    /** The newest event. */
    public JsonNode lastEvent() {
        return events.getLast();
    }

    Context lastContext() {
        return contexts.getLast();
    }
}
