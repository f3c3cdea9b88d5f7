package dev.danamemory.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.functions.http.RouteMatch;
import dev.danamemory.functions.http.Routes;
import dev.danamemory.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request on its way to become an event. */
final class Sent {
    private final TestApi api;
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ObjectNode claims = JsonNodeFactory.instance.objectNode();
    private @Nullable String user = "alice";
    private @Nullable String body;
    private boolean base64;
    private String stage = "$default";
    private UnaryOperator<String> edit = event -> event;

    Sent(TestApi api, String method, String target) {
        this.api = api;
        this.method = method;
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
    }

    /** As that user; null is nobody. */
    Sent as(@Nullable String name) {
        user = name;
        return this;
    }

    Sent claim(String name, String value) {
        claims.put(name, value);
        return this;
    }

    Sent header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Sent json(String json) {
        return body("application/json", json);
    }

    /** With apostrophes for quotation marks. */
    Sent json1(String json) {
        return json(json.replace('\'', '"'));
    }

    Sent body(String mediaType, String text) {
        body = text;
        return header("content-type", mediaType);
    }

    Sent bytes(String mediaType, byte[] bytes) {
        body = Base64.getEncoder().encodeToString(bytes);
        base64 = true;
        return header("content-type", mediaType);
    }

    Sent stage(String name) {
        stage = name;
        return this;
    }

    /** Replaces a piece of the finished event, for what no writer of JSON would write. */
    Sent inEvent(String piece, String replacement) {
        edit = event -> event.replace(piece, replacement);
        return this;
    }

    Reply reply() {
        Optional<RouteMatch> match = Routes.match(method, path);
        String event = edit.apply(JsonWriter.text(event(match)));
        return api.handle(match.map(RouteMatch::route), event.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode event(Optional<RouteMatch> match) {
        String key = match.map(found -> found.route().key()).orElse(Routes.DEFAULT_KEY);
        String rawPath = (stage.equals("$default") ? "" : "/" + stage) + decoded(path);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", key).put("rawPath", rawPath).put("rawQueryString", query);
        ObjectNode headerNodes = event.putObject("headers");
        headers.forEach(headerNodes::put);
        ObjectNode context =
                event.putObject("requestContext").put("requestId", "request-1").put("stage", stage);
        context.putObject("http").put("method", method).put("path", rawPath);
        if (user != null) {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            jwt.putObject("claims").put("sub", user).setAll(claims);
            jwt.putNull("scopes");
        }
        ObjectNode parameters = event.putObject("pathParameters");
        match.ifPresent(found -> found.pathParameters().forEach((name, raw) -> parameters.put(name, decoded(raw))));
        if (body != null) {
            event.put("body", body);
        }
        event.put("isBase64Encoded", base64);
        return event;
    }

    private static String decoded(String text) {
        return PercentCoding.decode(text).orElse(text);
    }
}
