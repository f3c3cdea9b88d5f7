package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for requests and answers of all routes. (The headers that every answer has are checked by TestApi.) */
class AnswersTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    @ParameterizedTest
    @MethodSource("dev.danamemory.functions.Samples#withIdentity")
    void aSlashAtTheEndIsAccepted(Route route) {
        Reply plain = Samples.request(TestApi.in(folder.resolve("a")).withTurn("kitchen", "m", "r"), route)
                .reply();
        TestApi other = TestApi.in(folder.resolve("b")).withTurn("kitchen", "m", "r");
        String target = Samples.target(route);
        String slashed = target.contains("?") ? target.replace("?", "/?") : target + "/";
        Sent sent = other.send(route.method(), slashed);
        if (Samples.readsBody(route)) {
            sent.json(Samples.body(route));
        }
        assertThat(sent.reply().status()).isEqualTo(plain.status()).isLessThan(410);
    }

    @ParameterizedTest
    @MethodSource("dev.danamemory.functions.Samples#withIdentity")
    void aStageInThePathIsNoPartOfIt(Route route) {
        String target = Samples.target(route);
        String slashed = target.contains("?") ? target.replace("?", "/?") : target + "/";
        Sent sent = api.send(route.method(), slashed).stage("prod").json(Samples.body(route));
        assertThat(sent.reply().status()).isLessThan(410);
    }

    @Test
    void answerOf1MibIsPlainAndALargerOneBase64() {
        String text = "x".repeat(256 * 1024);
        for (int i = 0; i < 5; i++) {
            api.withTurn("large", text, "");
        }
        assertThat(api.get("/conversations/large/turns?limit=3").reply().base64())
                .isFalse();
        Reply large = api.get("/conversations/large/turns?limit=4").reply().hasStatus(200);
        assertThat(large.base64()).isTrue();
        assertThat(large.body().at("/turns/3/user_input").asText()).isEqualTo(text);
    }

    @Test
    void base64BodiesAreRead() {
        byte[] body = "{\"message\":\"h\u00e9\"}".getBytes(StandardCharsets.UTF_8);
        Reply reply = api.post("/chat").bytes("application/json", body).reply().hasStatus(200);
        assertThat(reply.text("message")).isEqualTo("h\u00e9");
        api.post("/chat")
                .json("%%%")
                .inEvent("\"isBase64Encoded\":false", "\"isBase64Encoded\":true")
                .reply()
                .isProblem(400, "bad-request");
    }

    @Test
    void bodyOfHalfACharacterIsNoUtf8() {
        api.post("/chat").json("\"HALF\"").inEvent("HALF", "\\ud83d").reply().isProblem(400, "bad-request");
    }

    @Test
    void withoutApisIdLambdasNamesTheRequest() {
        Reply reply = api.handle(
                Optional.of(Route.HEALTH), "{\"routeKey\":\"GET /health\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.hasStatus(200).header("X-Correlation-Id")).isEqualTo(LambdaCall.REQUEST_ID);
        api.handle(Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8)).isProblem(404, "not-found");
    }

    @Test
    void functionsAnswerTheirOwnRoutesOnly() {
        byte[] chat = "{\"routeKey\":\"POST /chat\"}".getBytes(StandardCharsets.UTF_8);
        api.handle(Route.Function.CONTEXT, chat).isProblem(404, "not-found");
    }

    @Test
    void bodiesOfRoutesWithoutOneAreIgnored() {
        api.get("/conversations/kitchen").body("text/plain", "nonsense").reply().hasStatus(200);
        api.delete("/conversations/kitchen").json("{]").reply().hasStatus(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "user_input"})
    void textsOfExactly256KibAreFine(String field) {
        String text = "x".repeat(256 * 1024);
        if (field.equals("message")) {
            api.post("/chat")
                    .json1("{'agent_id': 'shop-assistant', 'message': '" + text + "'}")
                    .reply()
                    .hasStatus(200);
        } else {
            api.post("/conversations/large/turns")
                    .json1("{'user_input': '" + text + "', 'agent_response': ''}")
                    .reply()
                    .hasStatus(201);
        }
    }
}
