package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Providers that break off, and those that are not there. */
class BrokenConnectionTest {
    private static void fails(RawProvider.Behaviour behaviour, String message, int tries) throws IOException {
        try (RawProvider provider = new RawProvider(behaviour)) {
            AgentException failure = Asking.at(provider.url()).failure();

            assertThat(failure).hasMessage(message);
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(provider.accepted()).isEqualTo(tries);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    @Test
    void resetBeforeAnAnswer() throws IOException {
        fails((number, socket) -> reset(socket), "the agent's provider broke off the connection", 2);
    }

    @Test
    void closedBeforeAnAnswer() throws IOException {
        fails((number, socket) -> {}, "the agent's provider broke off the connection", 2);
    }

    @Test
    void closedInTheMiddleOfAnAnswer() throws IOException {
        fails(
                (number, socket) -> RawProvider.write(
                        socket, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"choices\": [(private)"),
                "the agent's provider broke off the connection",
                2);
    }

    @Test
    void chunksThatEndTooEarly() throws IOException {
        fails(
                (number, socket) ->
                        RawProvider.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"c\r\n"),
                "the agent's provider broke off the connection",
                2);
    }

    @Test
    void notHttp() throws IOException {
        fails(
                (number, socket) -> RawProvider.write(socket, "(private) What is my cat's name?\r\n\r\n"),
                "the agent's provider broke off the connection",
                2);
    }

    @Test
    void notTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread speaker = Thread.ofVirtual().start(() -> greet(server));

            assertThat(Asking.at("https://127.0.0.1:" + server.getLocalPort() + "/v1")
                            .failure())
                    .hasMessage("there is no secure connection to the agent's provider");
            assertThat(speaker.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            // as servers do; an answer before the question may be lost on the client's way into its handshake
            int hello = socket.getInputStream().read();
            assertThat(hello).isPositive();
            RawProvider.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
            RawProvider.waitForEnd(socket);
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThat(Asking.at("http://127.0.0.1:" + port + "/v1").failure())
                .hasMessage("the agent's provider cannot be reached")
                .hasNoCause();
    }

    @Test
    void brokenOnceIsTriedAgain() throws IOException {
        RawProvider.Behaviour flaky = (number, socket) -> {
            if (number > 1) {
                RawProvider.writeCompletion(socket, "Tom.");
            }
        };
        try (RawProvider provider = new RawProvider(flaky)) {
            assertThat(Asking.at(provider.url()).reply().response()).isEqualTo("Tom.");
            assertThat(provider.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aKeptConnectionThatIsDeadCostsNoAnswer() throws IOException {
        RawProvider.Behaviour once = (number, socket) -> {
            RawProvider.writeCompletion(socket, "Answer " + number + ".");
            if (number == 1) {
                RawProvider.readRequest(socket.getInputStream());
            }
        };
        try (RawProvider provider = new RawProvider(once)) {
            Asking asking = Asking.at(provider.url());

            assertThat(asking.reply().response()).isEqualTo("Answer 1.");
            assertThat(asking.reply().response()).isEqualTo("Answer 2.");
        }
    }
}
