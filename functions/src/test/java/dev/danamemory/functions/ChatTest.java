package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.chat.AgentRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /chat} that is answered. */
class ChatTest {
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

    @Test
    void answerHasAllFields() {
        Reply reply = chat("{'message': 'hi', 'conversation_id': 'kitchen', 'context': {'n': 1.50}}")
                .hasStatus(200);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly(
                        "success",
                        "message",
                        "conversation_id",
                        "message_id",
                        "turn_number",
                        "agent_response",
                        "context",
                        "error",
                        "agent_id",
                        "memory");
        assertThat(reply.body().path("success").booleanValue()).isTrue();
        assertThat(reply.text("message")).isEqualTo("hi");
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
        assertThat(reply.number("turn_number")).isEqualTo(2);
        assertThat(reply.text("agent_response")).isEqualTo("You said: hi");
        assertThat(reply.body().path("context").toString()).isEqualTo("{\"n\":1.50}");
        assertThat(reply.body().path("error").isNull()).isTrue();
        assertThat(reply.text("agent_id")).isEqualTo("default");
        assertThat(lastTurn("kitchen").path("turn_id").asText()).isEqualTo(reply.text("message_id"));
    }

    @Test
    void memoryTellsWhatWasUsed() {
        // the first answer gives the conversation its agent, which its list entry is told too
        chat("{'message': 'hi', 'conversation_id': 'kitchen'}").hasStatus(200);
        JsonNode memory = chat("{'message': 'hi', 'conversation_id': 'kitchen'}")
                .hasStatus(200)
                .body()
                .path("memory");
        assertThat(memory.fieldNames())
                .toIterable()
                .containsExactly(
                        "recent_turns",
                        "relevant_turns",
                        "summaries",
                        "tokens",
                        "reads",
                        "writes",
                        "read_bytes",
                        "written_bytes",
                        "units");
        assertThat(memory.path("recent_turns").intValue()).isEqualTo(2);
        assertThat(memory.path("tokens").intValue()).isPositive();
        assertThat(memory.path("reads").intValue()).isEqualTo(1);
        assertThat(memory.path("writes").intValue()).isEqualTo(1);
        assertThat(memory.path("units").isNull()).isTrue();
    }

    @Test
    void tokensAreCountedForABudgetOnly() {
        assertThat(chat("{'message': 'hi', 'memory': {'token_budget': 0}}")
                        .hasStatus(200)
                        .body()
                        .at("/memory/tokens")
                        .isNull())
                .isTrue();
        assertThat(chat("{'message': 'hi', 'memory': {'token_budget': 256}}")
                        .hasStatus(200)
                        .body()
                        .at("/memory/tokens")
                        .intValue())
                .isPositive();
    }

    @Test
    void serverTimingHasFourParts() {
        assertThat(chat("{'message': 'hi'}").header("Server-Timing"))
                .matches("load;dur=[0-9.]+, assemble;dur=[0-9.]+, agent;dur=[0-9.]+, persist;dur=[0-9.]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "0.0", "-0", "''", "0e5"})
    void theseMeanANewConversation(String none) {
        Reply reply = chat("{'message': 'hi', 'conversation_id': " + none + "}").hasStatus(200);
        assertThat(reply.number("turn_number")).isEqualTo(1);
        assertThat(reply.text("conversation_id")).isNotIn("", "0");
        assertThat(reply.body().path("context").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "1.2e1", "'12'"})
    void wholeNumbersAreReadAsTheirDigits(String id) {
        api.withTurn("12", "a", "b");
        assertThat(chat("{'message': 'hi', 'conversation_id': " + id + "}")
                        .hasStatus(200)
                        .text("conversation_id"))
                .isEqualTo("12");
    }

    @Test
    void numbersBeyond64BitsAreDigitsToo() {
        String id = "9".repeat(100);
        api.withTurn(id, "a", "b");
        chat("{'message': 'hi', 'conversation_id': " + id + "}").hasStatus(200);
        api.withTurn("1" + "0".repeat(19), "a", "b");
        chat("{'message': 'hi', 'conversation_id': 1e19}").hasStatus(200);
    }

    @Test
    void agentGetsMessageMemoryAndCallersContext() {
        chat("{'message': 'hi', 'conversation_id': 'kitchen', 'context': {'a': 1}}")
                .hasStatus(200);
        AgentRequest request = agents.requests().getLast();
        assertThat(request.message()).isEqualTo("hi");
        assertThat(request.memory().text()).contains("The oven is broken.").endsWith("hi");
        assertThat(request.callerContext().toString()).isEqualTo("{\"a\":1}");
        assertThat(request.user().value()).isEqualTo("alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'max_context_turns': 1|1",
                "'max_context_turns': 0|0",
                "'max_context_turns': 1, 'memory': {'max_turns': 2}|2",
                "'max_context_turns': 1, 'memory': {'max_turns': null}|1",
                "'memory': {'max_turns': 0, 'relevant_turns': 0}|0"
            })
    void settingsOfTheCall(String settings, int recent) {
        api.withTurn("kitchen", "second", "yes").withTurn("kitchen", "third", "yes");
        JsonNode memory = chat("{'message': 'hi', 'conversation_id': 'kitchen', " + settings + "}")
                .hasStatus(200)
                .body()
                .path("memory");
        assertThat(memory.path("recent_turns").intValue()).isEqualTo(recent);
    }

    @Test
    void anotherAgentMayAnswerATurn() {
        Reply reply = chat("{'message': 'hi', 'conversation_id': 'kitchen', 'agent_id': 'shop-assistant'}");
        assertThat(reply.hasStatus(200).text("agent_id")).isEqualTo("shop-assistant");
        assertThat(lastTurn("kitchen").path("agent_id").asText()).isEqualTo("shop-assistant");
    }

    @Test
    void unknownFieldsAreIgnored() {
        chat("{'message': 'hi', 'stream': true, 'memory': {'colour': 'red'}}").hasStatus(200);
    }
}
