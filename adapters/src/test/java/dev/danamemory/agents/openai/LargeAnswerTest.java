package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentException;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** At most 1 MiB of an answer is read. */
class LargeAnswerTest {
    private static final String TOO_LARGE = "the answer of the agent's provider is over 1 MiB";
    private static final int MIB = 1024 * 1024;

    // blanks behind the value make a body of any length
    private static String body(int length) {
        String completion = FakeProvider.completion("Tom.");
        return completion + " ".repeat(length - completion.length());
    }

    @Test
    void anAnswerOfOneMebibyteIsRead() throws IOException {
        try (FakeProvider provider = new FakeProvider().answers(200, body(MIB))) {
            assertThat(Asking.at(provider.url()).reply().response()).isEqualTo("Tom.");
        }
    }

    @Test
    void oneByteMoreIsTooMuch() throws IOException {
        try (FakeProvider provider = new FakeProvider().answers(200, body(MIB + 1))) {
            AgentException failure = Asking.at(provider.url()).failure();

            assertThat(failure).hasMessage(TOO_LARGE);
            assertThat(failure.kind()).isEqualTo(AgentException.Kind.FAILED);
            assertThat(provider.received()).hasSize(1);
        }
    }

    @Test
    void anEndlessAnswerIsLeft() throws Exception {
        RawProvider.Behaviour endless = (number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            pour(socket);
        };
        try (RawProvider provider = new RawProvider(endless)) {
            assertThat(Asking.at(provider.url()).failure()).hasMessage(TOO_LARGE);
            assertThat(provider.isLeft()).isTrue();
            assertThat(provider.accepted()).isEqualTo(1);
        }
    }

    @Test
    void anErrorsEndlessBodyIsNotRead() throws Exception {
        RawProvider.Behaviour endless = (number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n");
            pour(socket);
        };
        try (RawProvider provider = new RawProvider(endless)) {
            assertThat(Asking.at(provider.url()).failure()).hasMessage("the agent's provider answered 400");
            assertThat(provider.isLeft()).isTrue();
        }
    }

    @Test
    void anErrorsBodyIsNotWaitedFor() throws Exception {
        RawProvider.Behaviour silent = (number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n");
            RawProvider.waitForEnd(socket);
        };
        try (RawProvider provider = new RawProvider(silent)) {
            assertThat(Asking.at(provider.url()).failure()).hasMessage("the agent's provider answered 400");
            assertThat(provider.isLeft()).isTrue();
        }
    }

    // until the client is gone; to the end of the world if it reads on
    private static void pour(Socket socket) throws IOException {
        String chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
        while (true) {
            RawProvider.write(socket, chunk);
        }
    }
}
