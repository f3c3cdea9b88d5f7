package dev.danamemory.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function's answer, decoded from the form that API Gateway takes. */
public record LocalAnswer(int status, List<Header> headers, Body body) {
    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 599;

    public LocalAnswer {
        headers = List.copyOf(headers);
    }

    /**
     * Reads what a function wrote.
     *
     * @throws IllegalStateException when it is not an answer of payload format 2.0
     */
    static LocalAnswer read(byte[] written) {
        JsonNode answer = JsonReader.strict().read(written);
        long status = answer.path("statusCode").longValue();
        if (status < LEAST_STATUS || status > MOST_STATUS) {
            throw new IllegalStateException("a function answered without a status");
        }
        List<Header> headers = new ArrayList<>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.add(
                        new Header(header.getKey(), header.getValue().asText())));
        Body body = new Body(
                answer.path("body").asText(""), answer.path("isBase64Encoded").booleanValue());
        return new LocalAnswer((int) status, headers, body);
    }

    /** Whether the request was carried out. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as JSON. What a caller sent at the deepest nesting stands some levels deeper in an answer. */
    public JsonNode json() {
        return JsonReader.stored().read(body.asText());
    }
}
