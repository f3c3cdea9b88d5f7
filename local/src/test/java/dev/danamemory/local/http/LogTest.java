package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.local.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the level, no text of a request is in the log. */
@Timeout(60)
class LogTest {
    private static final String MARKER = "zebra-secret";

    @TempDir
    Path data;

    // each ends its connection with an answer, whatever that is
    private static List<String> requests(int port) {
        String host = "Host: 127.0.0.1:" + port + "\r\n";
        return List.of(
                "GET /" + MARKER + "?q=" + MARKER + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /conversations/" + MARKER + "%00 HTTP/1.1\r\n" + host + "\r\n",
                "GET /conversations/" + MARKER + "%zz HTTP/1.1\r\n" + host + "\r\n",
                "GET /health HTTP/1.1\r\nHost: " + MARKER + "@[::1:" + port + "\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + "Host: " + MARKER + "\r\n\r\n",
                "GET http://" + MARKER + "/ HTTP/1.1\r\n" + host + "\r\n",
                "GET /health HTTP/1.1\r\n" + host + "Authorization: Bearer " + MARKER + "\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + MARKER + "\u0000: " + MARKER + "\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + "Cookie: " + MARKER + "\u0001\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + "X: " + MARKER.repeat(9000) + "\r\n\r\n",
                MARKER + " /health HTTP/1.1\r\n" + host + "\r\n",
                "POST /chat HTTP/1.1\r\n" + host + "Content-Length: " + MARKER + "\r\n\r\n" + MARKER,
                "POST /chat HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + MARKER + "\r\n",
                "POST /chat HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: 12\r\n\r\n"
                        + MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "DEBUG", "INFO"})
    void noTextOfARequestIsLogged(String level) throws Exception {
        try (ChildProcess server = ChildProcess.start(
                TestServer.class,
                Map.of("LOG_LEVEL", level),
                "fail",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString())) {
            int port = server.port();
            for (String request : requests(port)) {
                assertThat(RawHttp.ask(port, request).status()).isBetween(200, 505);
            }
            assertProblem(failingChat(port), 500, "internal-error");
            server.terminate();

            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
            assertThat(server.errors())
                    .doesNotContainIgnoringCase(MARKER)
                    .contains("IllegalStateException at ")
                    .contains("caused by java.io.IOException at ");
        }
    }

    private static RawHttp.Answer failingChat(int port) throws IOException {
        String body = "{\"message\": \"" + MARKER + "\"}";
        return RawHttp.ask(
                port,
                "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Length: " + body.length()
                        + "\r\nContent-Type: application/json\r\n\r\n" + body);
    }
}
