package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedHttpTest extends FrontTest {
    @ParameterizedTest
    @ValueSource(strings = {"%", "%z", "%zz", "a%4"})
    void aPathThatIsNoUriIsABadRequest(String segment) throws IOException {
        assertProblem(ask("GET /conversations/" + segment), 400, "bad-request");
        assertThat(functions.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "%FF, %FF",
        "a%2Fb, a/b",
        "%u0041, %u0041",
        ".., ..",
        "%2e%2E, ..",
        "a;b=c, a;b=c",
        "a%5Cb%25, a\\b%",
    })
    void anIdThatNobodyHasReachesTheFunction(String segment, String id) throws IOException {
        assertThat(ask("GET /conversations/" + segment)
                        .json()
                        .at("/pathParameters/id")
                        .asText())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b"})
    void anIdWithNulIsOneThatNobodyHas(String segment) throws IOException {
        assertProblem(ask("GET /conversations/" + segment), 404, "not-found");
    }

    @Test
    void pathsThatNoRouteTakesGoToTheDefaultRoute() throws IOException {
        assertThat(ask("GET //").json().path("routeKey").asText()).isEqualTo("$default");
        assertThat(ask("GET /conversations//").json().path("rawPath").asText()).isEqualTo("/conversations//");
        assertThat(ask("OPTIONS *").json().path("routeKey").asText()).isEqualTo("$default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "DELETE", "PROPFIND", "get", "X-MINE"})
    void everyMethodReachesTheDefaultRoute(String method) throws IOException {
        assertThat(ask(method + " /chat")
                        .json()
                        .at("/requestContext/http/method")
                        .asText())
                .isEqualTo(method);
    }

    @Test
    void headGetsNoBody() throws IOException {
        try (RawHttp connection = new RawHttp(front.port())) {
            RawHttp.Answer answer = connection.send(head("HEAD /chat")).answerToHead();
            RawHttp.Answer next = connection.send(head("GET /health")).answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(next.json().path("routeKey").asText()).isEqualTo("GET /health");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nBad\u0000Name: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nA: x\u0000y\r\n\r\n",
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: two\r\n\r\n",
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: -2\r\n\r\n",
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
            })
    void whatIsNotHttpIsABadRequest(String request) throws IOException {
        assertProblem(RawHttp.ask(front.port(), request.replace("PORT", "" + front.port())), 400, "bad-request");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void otherVersionsAreNamed() throws IOException {
        assertProblem(RawHttp.ask(front.port(), "GET /health HTTP/3.7\r\nHost: 127.0.0.1\r\n\r\n"), 505, "bad-request");
        assertProblem(RawHttp.ask(front.port(), "GET /health\r\n\r\n"), 505, "bad-request");
        assertProblem(RawHttp.ask(front.port(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void tooLongIsNamed() throws IOException {
        assertProblem(ask("GET /health", "X: " + "x".repeat(70_000)), 431, "too-large");
        assertProblem(ask("GET /health?" + "x".repeat(70_000)), 414, "too-large");
        assertThat(ask("GET /health?" + "x".repeat(40_000)).status()).isEqualTo(200);
    }

    @Test
    void anExpectationThatNobodyMeetsIsABadRequest() throws IOException {
        assertProblem(ask("GET /health", "Expect: a-miracle"), 417, "bad-request");
    }

    @Test
    void theServerGoesOn() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThat(RawHttp.ask(front.port(), "nonsense " + i + "\r\n\r\n").status())
                    .isBetween(400, 505);
        }
        assertThat(ask("GET /health").status()).isEqualTo(200);
    }
}
