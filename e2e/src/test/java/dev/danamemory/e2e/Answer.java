package dev.danamemory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.danamemory.json.JsonReader;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A function's answer in the form that API Gateway takes, held to what the contract promises of every answer.
 *
 * @param body a missing node where there is none
 */
record Answer(int status, Map<String, String> headers, JsonNode body) {
    static Answer read(String written) {
        JsonNode answer = JsonReader.stored().read(written);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        assertThat(headers)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("X-Correlation-Id");
        String text = answer.path("body").asText();
        if (answer.path("isBase64Encoded").asBoolean()) {
            text = new String(Base64.getDecoder().decode(text), UTF_8);
        }
        return new Answer(
                answer.path("statusCode").intValue(),
                headers,
                text.isEmpty() ? MissingNode.getInstance() : JsonReader.stored().read(text));
    }

    Answer hasStatus(int expected) {
        assertThat(status).as(body.toString()).isEqualTo(expected);
        return this;
    }

    Answer isProblem(int expected, String slug) {
        hasStatus(expected);
        assertThat(headers).containsEntry("Content-Type", "application/problem+json");
        assertThat(body.path("type").asText()).isEqualTo("/problems/" + slug);
        assertThat(body.path("correlation_id").asText()).isEqualTo(headers.get("X-Correlation-Id"));
        return this;
    }

    String text(String field) {
        return body.path(field).asText();
    }

    long number(String field) {
        return body.path(field).longValue();
    }
}
