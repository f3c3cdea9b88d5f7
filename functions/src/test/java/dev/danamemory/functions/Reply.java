package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.danamemory.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a handler answered.
 *
 * @param body missing where there is none
 */
record Reply(int status, Map<String, String> headers, JsonNode body, boolean base64) {
    static Reply of(byte[] response) {
        JsonNode json = JsonReader.strict().read(response);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        boolean base64 = json.path("isBase64Encoded").booleanValue();
        String text = json.path("body").asText();
        byte[] body = base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        return new Reply(
                json.path("statusCode").intValue(),
                headers,
                body.length == 0
                        ? MissingNode.getInstance()
                        : JsonReader.strict().read(body),
                base64);
    }

    Reply hasStatus(int expected) {
        assertThat(status).as(() -> "status with body " + body).isEqualTo(expected);
        return this;
    }

    /** A problem document of that status and slug, whole in all its members. */
    Reply isProblem(int expected, String slug) {
        hasStatus(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("type")).isEqualTo("/problems/" + slug);
        assertThat(text("title")).isNotBlank();
        assertThat(body.path("status").intValue()).isEqualTo(expected);
        assertThat(text("detail")).isNotBlank();
        assertThat(text("correlation_id")).isEqualTo(header("X-Correlation-Id"));
        assertThat(body.path("errors").isArray()).isTrue();
        return this;
    }

    /** The problem of that row of the error table. */
    Reply is(ErrorRow row) {
        return isProblem(row.status(), row.slug());
    }

    /** A 422 whose one fault is of that field. */
    Reply isFaultOf(String field) {
        isProblem(422, "invalid");
        assertThat(body.path("errors")).as(body.toString()).hasSize(1);
        assertThat(body.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(body.at("/errors/0/problem").asText()).isNotBlank();
        return this;
    }

    String header(String name) {
        assertThat(headers).containsKey(name);
        return headers.get(name);
    }

    String text(String field) {
        assertThat(body.path(field).isTextual()).as(() -> field + " of " + body).isTrue();
        return body.path(field).textValue();
    }

    long number(String field) {
        assertThat(body.path(field).isNumber()).as(() -> field + " of " + body).isTrue();
        return body.path(field).longValue();
    }
}
