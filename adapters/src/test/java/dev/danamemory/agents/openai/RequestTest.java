package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.danamemory.agents.openai.FakeProvider.Received;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out is what the API documents, and nothing else. */
class RequestTest {
    @Test
    void theRequestIsAsTheApiDocumentsIt() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("Tom.")) {
            Asking.at(provider.url())
                    .withSystemPrompt("You are a helpful assistant.")
                    .withMessages("""
                            [{"role": "user", "content": "My cat is Tom."}, {"role": "assistant", "content": "Noted 🐈."},
                             {"role": "user", "content": "What is my cat's name?"}]""")
                    .reply(", \"api_key_env\": \"MODEL_KEY\"");

            assertThat(provider.received()).hasSize(1);
            Received request = provider.received().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.body()).isEqualTo(Asking.json("""
                            {"model": "llama3.2", "messages": [
                              {"role": "system", "content": "You are a helpful assistant."},
                              {"role": "user", "content": "My cat is Tom."},
                              {"role": "assistant", "content": "Noted 🐈."},
                              {"role": "user", "content": "What is my cat's name?"}]}"""));
        }
    }

    @Test
    void theHeadersAreThoseOfAJsonRequest() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("Tom.")) {
            Asking.at(provider.url()).reply(", \"api_key_env\": \"MODEL_KEY\"");

            Headers headers = provider.received().getFirst().headers();
            assertThat(headers.get("Authorization")).containsExactly("Bearer sk-topsecret");
            assertThat(headers.get("Content-Type")).containsExactly("application/json");
            assertThat(headers.get("Accept")).containsExactly("application/json");
            assertThat(headers.get("User-Agent")).containsExactly("dana-memory");
            assertThat(headers.get("Host")).containsExactly("127.0.0.1:" + provider.port());
            // an offer of HTTP/2 would make more of it
            assertThat(headers.keySet())
                    .containsExactlyInAnyOrder(
                            "Authorization", "Content-type", "Content-length", "Accept", "User-agent", "Host");
        }
    }

    @Test
    void withoutAKeyNoneIsSent() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("Tom.")) {
            Asking.at(provider.url()).reply();

            assertThat(provider.received().getFirst().headers()).doesNotContainKey("Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1//", "", "/", "/a%20b/v1"})
    void thePathIsAddedToTheBase(String base) throws IOException {
        try (FakeProvider provider = new FakeProvider().says("Tom.")) {
            Asking.at("http://127.0.0.1:" + provider.port() + base).reply();

            assertThat(provider.received().getFirst().path())
                    .isEqualTo(base.replaceFirst("/*$", "") + "/chat/completions");
        }
    }

    @Test
    void connectionsAreUsedAgain() throws IOException {
        RawProvider.Behaviour twice = (number, socket) -> {
            RawProvider.writeCompletion(socket, "One.");
            RawProvider.readRequest(socket.getInputStream());
            RawProvider.writeCompletion(socket, "Two.");
        };
        try (RawProvider provider = new RawProvider(twice)) {
            Asking asking = Asking.at(provider.url());

            assertThat(asking.reply().response()).isEqualTo("One.");
            assertThat(asking.reply().response()).isEqualTo("Two.");
            assertThat(provider.accepted()).isEqualTo(1);
        }
    }

    @Test
    void localhostIsLoopback() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("Tom.")) {
            assertThat(Asking.at("http://localhost:" + provider.port() + "/v1")
                            .reply()
                            .response())
                    .isEqualTo("Tom.");
        }
    }
}
