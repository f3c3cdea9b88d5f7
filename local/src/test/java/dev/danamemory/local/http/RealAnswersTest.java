package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.local.RealApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of the shipped functions as they come over the wire. */
class RealAnswersTest {
    @TempDir
    Path data;

    private HttpFront front;
    private RawHttp connection;

    @BeforeEach
    void start() throws IOException {
        front = HttpFront.start(RealApi.open(data), "127.0.0.1", 0);
        connection = new RawHttp(front.port());
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        front.stop();
    }

    private RawHttp ask(String requestLine, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        return connection
                .send(requestLine + " HTTP/1.1\r\nHost: localhost:" + front.port() + "\r\n" + headers
                        + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .send(bytes);
    }

    private RawHttp.Answer answer(String requestLine, String body) throws IOException {
        return ask(requestLine, "", body).answer();
    }

    private static String turn(String input) {
        ObjectNode turn = JsonNodeFactory.instance.objectNode();
        return JsonWriter.text(turn.put("user_input", input).put("agent_response", ""));
    }

    @Test
    void whatIsMadeHasAPlace() throws IOException {
        RawHttp.Answer made = answer("POST /conversations", "{\"conversation_id\": \"c.1\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).hasValue("/conversations/c.1");
        assertThat(made.header("Content-Type")).hasValue("application/json");
        assertThat(answer("GET /conversations/c.1", "")
                        .json()
                        .path("total_turns")
                        .longValue())
                .isZero();
    }

    @Test
    void whatIsErasedIsAnsweredWithoutABody() throws IOException {
        answer("POST /conversations/c/turns", turn("hi"));
        RawHttp.Answer erased = ask("DELETE /conversations/c", "", "").answerToHead();

        assertThat(erased.status()).isEqualTo(204);
        assertThat(erased.header("Content-Length")).isEmpty();
        assertProblem(answer("GET /conversations/c", ""), 404, "not-found");
    }

    @Test
    void largeAnswersArriveAsTheyAre() throws IOException {
        String large = "é".repeat(100 * 1024);
        for (int i = 0; i < 8; i++) {
            assertThat(answer("POST /conversations/c/turns", turn(i + large)).status())
                    .isEqualTo(201);
        }
        RawHttp.Answer export = answer("GET /conversations/c/export", "");

        assertThat(export.body()).hasSizeGreaterThan(8 * 100 * 1024);
        assertThat(export.json().at("/history/7/user_input").asText()).isEqualTo(7 + large);
    }

    @Test
    void timingsAndTextsComeThrough() throws IOException {
        RawHttp.Answer chat = answer("POST /chat", "{\"message\": \"My oven is a Bösch. 😀\"}");

        assertThat(chat.status()).isEqualTo(200);
        assertThat(chat.header("Server-Timing").orElseThrow()).contains("load;dur=", "persist;dur=");
        assertThat(chat.json().path("message").asText()).isEqualTo("My oven is a Bösch. 😀");
        assertThat(chat.json().path("agent_response").asText()).contains("Bösch");
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws IOException {
        RawHttp.Answer refused = answer("DELETE /chat", "");
        assertProblem(refused, 405, "method-not-allowed");
        assertThat(refused.header("Allow")).hasValue("POST");

        RawHttp.Answer head = ask("HEAD /conversations", "", "").answerToHead();
        assertThat(head.status()).isEqualTo(405);
        assertThat(answer("GET /health", "").json().path("status").asText()).isEqualTo("ok");
    }

    @Test
    void pathsAreReadAsTheyWereSent() throws IOException {
        answer("POST /conversations/c/turns", turn("hi"));

        assertProblem(answer("GET /conversations/x/../c", ""), 404, "not-found");
        assertProblem(answer("GET /conversations/c%2Fturns", ""), 404, "not-found");
        assertProblem(answer("GET /conversations/c;v=1", ""), 404, "not-found");
        assertProblem(answer("GET /conversations//turns", ""), 404, "not-found");
        assertProblem(answer("GET /Conversations/c", ""), 404, "not-found");
        assertThat(answer("GET /%63onversations/c", "").status()).isIn(200, 404);
        assertThat(answer("GET /conversations/%63/turns/1", "")
                        .json()
                        .path("user_input")
                        .asText())
                .isEqualTo("hi");
    }

    @Test
    void queriesThatAreNoUriAreBadRequests() throws IOException {
        answer("POST /conversations/c/turns", turn("hi"));

        assertProblem(answer("GET /conversations/c/search?q=%", ""), 400, "bad-request");
        assertProblem(answer("GET /conversations/c/search?q=%FF", ""), 400, "bad-request");
        assertProblem(answer("GET /conversations/c/search?q=a&q=b", ""), 400, "bad-request");
        assertThat(answer("GET /conversations/c/search?q=h%69+", "").json().path("results"))
                .hasSize(1);
    }

    @Test
    void nobodySpeaksForOthers() throws IOException {
        RawHttp.Answer answer =
                ask("GET /conversations", "Memory-User: ben\r\n", "").answer();

        assertProblem(answer, 403, "forbidden");
    }

    @Test
    void anEncodedSlashStaysInItsSegment() throws IOException {
        answer("POST /conversations/k/turns", turn("hi"));

        assertProblem(answer("POST /conversations/k%2Fclear", ""), 405, "method-not-allowed");
        assertProblem(answer("POST /conversations/k%2fclear/", ""), 405, "method-not-allowed");
        assertProblem(answer("DELETE /conversations%2Fk", ""), 404, "not-found");
        assertProblem(answer("DELETE /conversations%2Fk/", ""), 404, "not-found");
        assertProblem(answer("DELETE /conversations/k%2F", ""), 404, "not-found");
        assertProblem(answer("GET /conversations/k%2Fexport", ""), 404, "not-found");
        assertProblem(answer("PUT /conversations/k%2Fx", "{\"history\": []}"), 422, "invalid");
        assertProblem(answer("POST /conversations/k%2Fx/turns", turn("hi")), 422, "invalid");
        assertThat(answer("GET /conversations/k/", "")
                        .json()
                        .path("active_turns")
                        .longValue())
                .isEqualTo(1);
    }
}
