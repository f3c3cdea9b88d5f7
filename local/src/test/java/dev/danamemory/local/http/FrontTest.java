package dev.danamemory.local.http;

import dev.danamemory.local.gateway.EchoFunctions;
import dev.danamemory.local.gateway.LocalApi;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A front on a free port before functions that echo their events. */
abstract class FrontTest {
    final EchoFunctions functions = new EchoFunctions();
    HttpFront front;

    @BeforeEach
    void start() throws IOException {
        front = HttpFront.start(new LocalApi(functions, "sub", InstantSource.system()), "127.0.0.1", 0);
    }

    @AfterEach
    void stop() throws IOException {
        front.stop();
    }

    /** The answer to a request line with a Host of ours and further header lines. */
    RawHttp.Answer ask(String requestLine, String... headers) throws IOException {
        return RawHttp.ask(front.port(), head(requestLine, headers));
    }

    String head(String requestLine, String... headers) {
        StringBuilder head = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: 127.0.0.1:" + front.port() + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
