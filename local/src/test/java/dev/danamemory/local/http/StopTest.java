package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.local.ChildProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StopTest {
    @TempDir
    Path data;

    private ChildProcess server(String functions) throws IOException {
        return ChildProcess.start(
                TestServer.class, Map.of(), functions, "serve", "--port", "0", "--data", data.toString());
    }

    private static String chat(int port) {
        return "POST /chat HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static void waitUntilNobodyIsLetIn(int port) throws IOException {
        while (isLetIn(port)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isLetIn(int port) throws IOException {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (SocketException itClosesJustNow) {
            return true;
        }
    }

    // who is slow to send meets a closed connection
    private static void assertToldOrLeft(RawHttp late) {
        try {
            RawHttp.Answer answer = late.answer();
            assertProblem(answer, 503, "store-unavailable");
            assertThat(answer.header("Retry-After")).hasValue("5");
        } catch (IOException closed) {
            assertThat(closed).hasMessageStartingWith("closed in the middle of a line");
        }
    }

    @Test
    void aRunningTurnFinishes() throws Exception {
        try (ChildProcess server = server("wait")) {
            int port = server.port();
            try (RawHttp turn = new RawHttp(port)) {
                turn.send(chat(port));
                assertThat(server.line()).isEqualTo("called");
                server.terminate();
                waitUntilNobodyIsLetIn(port);
                server.tell("go on");

                assertThat(turn.answer().status()).isEqualTo(200);
            }
            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    // running turns would be given 30 seconds
    @Timeout(25)
    @Test
    void idleConnectionsDoNotHoldItUp() throws Exception {
        try (ChildProcess server = server("echo")) {
            int port = server.port();
            try (RawHttp idle = new RawHttp(port);
                    RawHttp silent = new RawHttp(port)) {
                assertThat(idle.send(chat(port)).answer().status()).isEqualTo(200);
                server.terminate();

                assertThat(server.exitCode()).isZero();
                assertThat(silent.isClosedByServer()).isTrue();
            }
        }
    }

    @Test
    void whoIsConnectedAndAsksWhileItStopsIsToldSo() throws Exception {
        try (ChildProcess server = server("wait")) {
            int port = server.port();
            try (RawHttp turn = new RawHttp(port);
                    RawHttp late = new RawHttp(port)) {
                turn.send(chat(port));
                assertThat(server.line()).isEqualTo("called");
                late.send(chat(port).substring(0, 20));
                server.terminate();
                waitUntilNobodyIsLetIn(port);
                late.send(chat(port).substring(20));

                assertToldOrLeft(late);
                server.tell("go on");
                assertThat(turn.answer().status()).isEqualTo(200);
            }
            assertThat(server.exitCode()).isZero();
        }
    }
}
