package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest extends FrontTest {
    private static final int MIB = 1024 * 1024;

    private RawHttp.Answer post(int bytes, String... headers) throws IOException {
        String head =
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:" + front.port() + "\r\nContent-Type: application/json\r\n"
                        + String.join("", headers) + "Content-Length: " + bytes + "\r\n\r\n";
        try (RawHttp connection = new RawHttp(front.port())) {
            return connection
                    .send(head)
                    .send("x".repeat(bytes).getBytes(ISO_8859_1))
                    .answer();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3 * MIB, 4 * MIB, 4 * MIB + 1})
    void whatSomeFunctionTakesOrMeasuresReachesIt(int bytes) throws IOException {
        assertThat(post(bytes).status()).isEqualTo(200);
        assertThat(functions.lastEvent().path("body").asText()).hasSize(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {5 * MIB, 40 * MIB})
    void tooLargeIsAnsweredToWhoSendsItAllFirst(int bytes) throws IOException {
        assertProblem(post(bytes), 413, "too-large");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void whoAsksBeforeSendingNeedNotSend() throws IOException {
        try (RawHttp connection = new RawHttp(front.port())) {
            connection.send(head("POST /chat", "Expect: 100-continue", "Content-Length: " + 5 * MIB));

            assertProblem(connection.answer(), 413, "too-large");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void whoAsksWithASmallBodyMaySend() throws IOException {
        try (RawHttp connection = new RawHttp(front.port())) {
            connection.send(
                    head("POST /chat", "Expect: 100-continue", "Content-Type: text/plain", "Content-Length: 2"));
            assertThat(connection.answerToHead().status()).isEqualTo(100);

            assertThat(connection.send("{}").answer().json().path("body").asText())
                    .isEqualTo("{}");
        }
    }

    @Test
    void theConnectionGoesOnAfterTooMuch() throws IOException {
        String head = head("POST /chat", "Content-Length: " + 5 * MIB);
        try (RawHttp connection = new RawHttp(front.port())) {
            connection.send(head).send(new byte[5 * MIB]);
            assertProblem(connection.answer(), 413, "too-large");

            assertThat(connection.send(head("GET /health")).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void refusalsComeThroughToWhoSendsMuch() throws IOException {
        assertProblem(post(3 * MIB, "Authorization: Basic x\r\n"), 401, "unauthorized");
        assertProblem(post(3 * MIB, "Origin: http://evil.example\r\n"), 403, "forbidden");
        assertProblem(post(5 * MIB, "Origin: http://evil.example\r\n"), 403, "forbidden");
    }

    @Test
    void chunksAreOneBody() throws IOException {
        try (RawHttp connection = new RawHttp(front.port())) {
            connection.send(head("POST /chat", "Content-Type: application/json", "Transfer-Encoding: chunked"));

            assertThat(connection
                            .send("2\r\n{}\r\n3\r\n \u00c3\u00a9\r\n0\r\n\r\n")
                            .answer()
                            .json()
                            .path("body")
                            .asText())
                    .isEqualTo("{} é");
        }
    }

    @Test
    void binaryAndBrokenTextTravelUnharmed() throws IOException {
        String body = "\"\u00ff\u0000\"";
        try (RawHttp connection = new RawHttp(front.port())) {
            connection.send(head("POST /chat", "Content-Type: application/json", "Content-Length: 4"));
            connection.send(body).answer();
        }
        assertThat(functions.lastEvent().path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(functions.lastEvent().path("body").asText()).isEqualTo("Iv8AIg==");
    }

    @Test
    void theLimitThatIsToldIsTheRoutes() throws IOException {
        assertThat(post(5 * MIB).json().path("detail").asText()).contains("2 MiB");
    }
}
