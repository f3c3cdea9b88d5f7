package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /chat} when there is no answer, or nowhere to put it. */
class ChatFailuresTest {
    @TempDir
    Path folder;

    private final TestAgents agents = new TestAgents();
    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder, agents).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private Reply chat(String body) {
        return api.post("/chat").json1(body).reply();
    }

    private JsonNode lastTurn(String conversation) {
        return api.get("/conversations/" + conversation + "/turns?before=latest&limit=1")
                .reply()
                .hasStatus(200)
                .body()
                .at("/turns/0");
    }

    @ParameterizedTest
    @CsvSource({
        "failing, 502, agent-failed",
        "empty, 502, agent-failed",
        "huge, 502, agent-failed",
        "slow, 504, agent-timeout",
        "throttled, 429, agent-throttled"
    })
    void failedAgentKeepsTheMessage(String agent, int status, String slug) {
        Reply reply = chat("{'message': 'help', 'conversation_id': 'kitchen', 'agent_id': '" + agent + "'}")
                .isProblem(status, slug);
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
        assertThat(reply.body().toString()).doesNotContain("SECRET").doesNotContain("Exception");
        JsonNode kept = lastTurn("kitchen");
        assertThat(kept.path("turn_id").asText()).isEqualTo(reply.text("message_id"));
        assertThat(kept.path("status").asText()).isEqualTo("failed");
        assertThat(kept.path("user_input").asText()).isEqualTo("help");
        assertThat(kept.path("agent_response").asText()).isEmpty();
        assertThat(reply.headers().containsKey("Retry-After")).isEqualTo(status == 429);
    }

    @Test
    void retryAfterIsRoundedUpToSeconds() {
        assertThat(chat("{'message': 'help', 'agent_id': 'throttled'}").header("Retry-After"))
                .isEqualTo("7");
    }

    @Test
    void failedFirstTurnNamesTheNewConversation() {
        Reply reply = chat("{'message': 'help', 'agent_id': 'failing'}").isProblem(502, "agent-failed");
        assertThat(lastTurn(reply.text("conversation_id")).path("turn_id").asText())
                .isEqualTo(reply.text("message_id"));
    }
}
