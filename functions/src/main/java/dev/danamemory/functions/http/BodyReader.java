package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the object that a request carries: first its type is looked at, then its size, then its content. */
final class BodyReader {
    private BodyReader() {}

    static ObjectNode read(Payload payload, APIGatewayV2HTTPEvent event, Headers headers) {
        byte[] body = payload == Payload.NONE ? new byte[0] : bytes(event);
        if (payload == Payload.NONE || (body.length == 0 && payload.mayBeLeftOut())) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!isOneOf(payload, headers.get("Content-Type"))) {
            throw new ProblemException(Problem.unsupportedMediaType(payload.mediaTypes()));
        }
        if (body.length > payload.limit()) {
            throw new ProblemException(Problem.tooLarge(payload.limit()));
        }
        if (parse(payload, body) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(Problem.invalid("", "the body has to be a JSON object"));
    }

    private static JsonNode parse(Payload payload, byte[] body) {
        try {
            // a file's NaN is named by its place, so it has to be let in here
            return (payload == Payload.FILE ? JsonReader.lenient() : JsonReader.strict()).read(body);
        } catch (JsonSyntaxException e) {
            throw new ProblemException(Problem.badRequest("the body has to be JSON in UTF-8: " + e.getMessage()));
        }
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        if (event.getIsBase64Encoded()) {
            return decoded(body);
        }
        if (!Unicode.isWellFormed(body)) {
            throw new ProblemException(Problem.badRequest("the body has to be JSON in UTF-8"));
        }
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new ProblemException(Problem.badRequest("the body is said to be Base64 and is not"));
        }
    }

    private static boolean isOneOf(Payload payload, @Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!payload.mediaTypes().contains(parts[0].strip())) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
