package dev.danamemory.e2e;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Events of API Gateway's HTTP API, payload format 2.0. */
public final class Event {
    static final Path FILES = Path.of("../events");
    /** The user of all events here. */
    static final String USER = "auth0|5f7c8ec7c33c6c004bbafe82";

    private final ObjectNode json;

    private Event(ObjectNode json) {
        this.json = json;
    }

    /** A request of that route about the conversation, without query and body. */
    public static Event of(Route route, String conversation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String path = route.template().replace("{id}", conversation);
        json.put("version", "2.0")
                .put("routeKey", route.key())
                .put("rawPath", path)
                .put("rawQueryString", "");
        json.putObject("headers").put("content-type", "application/json");
        json.putObject("pathParameters").put("id", conversation);
        ObjectNode context = json.putObject("requestContext");
        context.put("requestId", "e2e=").put("routeKey", route.key()).put("stage", "$default");
        context.putObject("http").put("method", route.method()).put("path", path);
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", USER);
        return new Event(json.put("isBase64Encoded", false));
    }

    Event query(String raw) {
        json.put("rawQueryString", raw);
        return this;
    }

    Event header(String name, String value) {
        ((ObjectNode) json.get("headers")).put(name, value);
        return this;
    }

    Event parameter(String name, String value) {
        ((ObjectNode) json.get("pathParameters")).put(name, value);
        return this;
    }

    /** With that JSON, in which single quotes stand for double ones. */
    public Event body(String json) {
        this.json.put("body", json.replace('\'', '"'));
        return this;
    }

    Event nobodys() {
        ((ObjectNode) json.get("requestContext")).remove("authorizer");
        return this;
    }

    /** As Lambda hands it to a function. */
    public byte[] bytes() {
        return JsonWriter.bytes(json);
    }

    /** A message in that conversation. */
    public static Event chat(String conversation, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("conversation_id", conversation).put("message", message);
        Event event = of(Route.CHAT, conversation);
        event.json.put("body", JsonWriter.text(body));
        return event;
    }

    /** The file of that name in {@code events/}. */
    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(FILES.resolve(name));
    }

    /** The route that an event names; none at the default route. */
    static Optional<Route> route(byte[] event) {
        String key = JsonReader.strict().read(event).path("routeKey").asText();
        return Arrays.stream(Route.values())
                .filter(route -> route.key().equals(key))
                .findFirst();
    }
}
