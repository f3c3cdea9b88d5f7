package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.danamemory.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes responses of answers. */
final class Responses {
    // Lambda's limit of 6 MB counts the body as an escaped JSON string, in which non-ASCII texts grow without a bound
    // that is known beforehand; Base64 grows by a third
    private static final int LARGEST_PLAIN = 1024 * 1024;

    private Responses() {}

    static APIGatewayV2HTTPResponse of(Answer answer, String correlationId) {
        var response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers(correlationId));
        if (answer.body() == null) {
            return response.build();
        }
        byte[] body = JsonWriter.bytes(answer.body());
        boolean large = body.length > LARGEST_PLAIN;
        String text = large ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
        return response.withBody(text).withIsBase64Encoded(large).build();
    }
}
