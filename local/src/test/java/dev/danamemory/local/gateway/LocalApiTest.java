package dev.danamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalApiTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:05:07.123Z"));

    private static final String EVENT = """
            {"version": "2.0", "routeKey": "PUT /conversations/{id}", "rawPath": "/conversations/a/b",
             "rawQueryString": "agent_id=x&q=1&q=2+3&flag&=%C3%A9",
             "cookies": ["a=b", "c=d", "e=f"],
             "headers": {"host": "127.0.0.1:8787", "content-type": "application/json", "x-many": "one,two",
                         "user-agent": "curl/8"},
             "queryStringParameters": {"agent_id": "x", "q": "1,2 3", "flag": "", "": "é"},
             "requestContext": {
               "accountId": "local", "apiId": "local",
               "authorizer": {"jwt": {"claims": {"sub": "anna"}, "scopes": null}},
               "domainName": "127.0.0.1:8787", "domainPrefix": "local",
               "http": {"method": "PUT", "path": "/conversations/a/b", "protocol": "HTTP/1.1",
                        "sourceIp": "127.0.0.1", "userAgent": "curl/8"},
               "requestId": "r-1", "routeKey": "PUT /conversations/{id}", "stage": "$default",
               "time": "02/Mar/2026:09:05:07 +0000", "timeEpoch": 1772442307123},
             "pathParameters": {"id": "a/b"},
             "body": "{\\"a\\": 1}", "isBase64Encoded": false}
            """;

    private final EchoFunctions functions = new EchoFunctions();
    private final LocalApi api = new LocalApi(functions, "sub", CLOCK);

    private static LocalRequest request(String method, String path, String query, Body body, Header... headers) {
        return new LocalRequest(
                "r-1", method, path, query, List.of(headers), body, new UserId("anna"), "127.0.0.1", "HTTP/1.1");
    }

    private JsonNode eventOf(LocalRequest request) throws IOException {
        api.answer(request);
        return functions.lastEvent();
    }

    @Test
    void theEventIsTheOneApiGatewayWouldSend() throws IOException {
        JsonNode event = eventOf(request(
                "PUT",
                "/conversations/a%2Fb",
                "agent_id=x&q=1&q=2+3&flag&=%C3%A9",
                Body.text("{\"a\": 1}"),
                new Header("Host", "127.0.0.1:8787"),
                new Header("Content-Type", "application/json"),
                new Header("X-Many", "one"),
                new Header("x-many", "two"),
                new Header("User-Agent", "curl/8"),
                new Header("Cookie", "a=b; c=d"),
                new Header("Cookie", "e=f")));

        JsonNode expected = JsonReader.strict().read(EVENT);
        assertThat(CanonicalJson.equal(event, expected)).as("%s", event).isTrue();
    }

    @Test
    void anAnswerMayBeNestedDeeperThanARequest() {
        String deepest = "[".repeat(100) + "]".repeat(100);
        LocalAnswer answer = new LocalAnswer(200, List.of(), Body.text(deepest));
        assertThat(answer.json().toString()).isEqualTo(deepest);
    }

    @Test
    void whatIsNotThereIsLeftOut() throws IOException {
        JsonNode event = eventOf(request("GET", "/health", "", Body.EMPTY));

        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("body")).isFalse();
        assertThat(event.path("headers").isObject()).isTrue();
        assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    }

    @Test
    void whatNoRouteTakesGoesToTheDefaultRoute() throws IOException {
        JsonNode event = eventOf(request("GET", "/nowhere/at%20all", "", Body.EMPTY));

        assertThat(event.path("routeKey").asText()).isEqualTo("$default");
        assertThat(event.path("rawPath").asText()).isEqualTo("/nowhere/at all");
        assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("$default");
    }

    @Test
    void nobodyHasNoClaims() throws IOException {
        JsonNode event = eventOf(
                new LocalRequest("r", "GET", "/health", "", List.of(), Body.EMPTY, null, "127.0.0.1", "HTTP/1.1"));

        assertThat(event.at("/requestContext").has("authorizer")).isFalse();
    }

    @Test
    void theUserStandsInTheClaimThatFunctionsRead() throws IOException {
        new LocalApi(functions, "username", CLOCK).answer(request("GET", "/health", "", Body.EMPTY));

        assertThat(functions
                        .lastEvent()
                        .at("/requestContext/authorizer/jwt/claims/username")
                        .asText())
                .isEqualTo("anna");
    }

    @Test
    void binaryBodiesAreMarked() throws IOException {
        JsonNode event = eventOf(request("POST", "/chat", "", Body.of(new byte[] {1, 2}, "", "")));

        assertThat(event.path("body").asText()).isEqualTo("AQI=");
        assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
    }

    @Test
    void theFunctionHasTimeAndTheRequestsId() throws IOException {
        api.answer(request("GET", "/health", "", Body.EMPTY));

        assertThat(functions.lastContext().getAwsRequestId()).isEqualTo("r-1");
        assertThat(functions.lastContext().getRemainingTimeInMillis()).isBetween(200_000, 300_000);
    }

    @Test
    void whatCannotBeDecodedStaysAsItIs() throws IOException {
        JsonNode event = eventOf(request("GET", "/%FF", "a=%zz&%FF=b", Body.EMPTY));

        assertThat(event.path("rawPath").asText()).isEqualTo("/%FF");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=%zz&%FF=b");
        assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("%zz");
        assertThat(event.at("/queryStringParameters/%FF").asText()).isEqualTo("b");
    }

    @Test
    void healthIsOpen() {
        assertThat(api.isOpen("GET", "/health")).isTrue();
        assertThat(api.isOpen("POST", "/chat")).isFalse();
    }

    private static LocalAnswer answerTo(String written) throws IOException {
        FunctionRoutes routes = (method, path) -> new FunctionRoutes.Match(
                "$default", Map.of(), true, (in, out, context) -> out.write(written.getBytes(StandardCharsets.UTF_8)));
        return new LocalApi(routes, "sub", CLOCK).answer(request("GET", "/", "", Body.EMPTY));
    }

    @Test
    void answersAreDecoded() throws IOException {
        LocalAnswer answer =
                answerTo("{\"statusCode\": 201, \"headers\": {\"Location\": \"/x\"}, \"body\": \"eyJhIjoxfQ==\","
                        + " \"isBase64Encoded\": true}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.header("location")).hasValue("/x");
        assertThat(answer.header("etag")).isEmpty();
        assertThat(answer.json().path("a").longValue()).isEqualTo(1);
    }

    @Test
    void anAnswerMayHaveNothingButAStatus() throws IOException {
        LocalAnswer answer = answerTo("{\"statusCode\": 404}");

        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.headers()).isEmpty();
        assertThat(answer.body().bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"statusCode\": \"200\"}", "{\"statusCode\": 99}", "{\"statusCode\": 600}", "null"})
    void whatIsNoAnswerIsAFault(String written) {
        assertThatThrownBy(() -> answerTo(written)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoJsonIsAFault() {
        assertThatThrownBy(() -> answerTo("")).isInstanceOf(JsonSyntaxException.class);
    }
}
