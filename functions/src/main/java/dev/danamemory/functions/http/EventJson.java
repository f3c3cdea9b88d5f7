package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events and responses as Lambda sends and takes them. They go through trees, not through an object mapper: loading one
 * costs a cold start more than all of this.
 */
public final class EventJson {
    private EventJson() {}

    /** The event of these bytes, with all that a handler looks at. */
    public static APIGatewayV2HTTPEvent read(byte[] json) {
        JsonNode event = JsonReader.strict().read(json);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion(text(event, "version"))
                .withRouteKey(text(event, "routeKey"))
                .withRawPath(text(event, "rawPath"))
                .withRawQueryString(text(event, "rawQueryString"))
                .withHeaders(texts(event.path("headers")))
                .withPathParameters(texts(event.path("pathParameters")))
                .withBody(text(event, "body"))
                .withIsBase64Encoded(event.path("isBase64Encoded").asBoolean())
                .withRequestContext(context(event.path("requestContext")))
                .build();
    }

    private static RequestContext context(JsonNode context) {
        JsonNode http = context.path("http");
        JsonNode jwt = context.path("authorizer").path("jwt");
        var builder = RequestContext.builder()
                .withRequestId(text(context, "requestId"))
                .withRouteKey(text(context, "routeKey"))
                .withStage(text(context, "stage"))
                .withHttp(Http.builder()
                        .withMethod(text(http, "method"))
                        .withPath(text(http, "path"))
                        .build());
        if (jwt.isObject()) {
            List<String> scopes = new ArrayList<>();
            for (JsonNode scope : jwt.path("scopes")) {
                scopes.add(scope.asText());
            }
            JWT token = JWT.builder()
                    .withClaims(texts(jwt.path("claims")))
                    .withScopes(scopes)
                    .build();
            builder.withAuthorizer(Authorizer.builder().withJwt(token).build());
        }
        return builder.build();
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return texts;
    }

    /** The response as Lambda takes it. */
    public static byte[] write(APIGatewayV2HTTPResponse response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("statusCode", WrittenNumber.of(response.getStatusCode()));
        ObjectNode headers = json.putObject("headers");
        for (Map.Entry<String, String> header : response.getHeaders().entrySet()) {
            headers.put(header.getKey(), header.getValue());
        }
        json.put("body", response.getBody() == null ? "" : response.getBody());
        json.put("isBase64Encoded", response.getIsBase64Encoded());
        return JsonWriter.bytes(json);
    }
}
