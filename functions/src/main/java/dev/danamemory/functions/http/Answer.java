package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gets.
 *
 * @param body null for none
 * @param headers beside those that every answer has
 */
public record Answer(int status, @Nullable JsonNode body, String mediaType, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** All headers that go out, those that every answer has among them. */
    public Map<String, String> headers(String correlationId) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Cache-Control", "no-store");
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Correlation-Id", correlationId);
        if (body != null) {
            all.put("Content-Type", mediaType);
        }
        return all;
    }

    /** 200 and the value. */
    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    /** That status and the value. */
    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, JSON, Map.of());
    }

    /** 201, the value, and where it is. */
    public static Answer created(JsonNode body, String location) {
        return of(201, body).with("Location", location);
    }

    /** 204. */
    public static Answer noContent() {
        return new Answer(204, null, JSON, Map.of());
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, mediaType, more);
    }
}
