package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that give no answer, or none that can be kept. */
class AgentFailuresTest {
    private static final Agent ECHO = request -> new AgentReply("You said: " + request.message(), List.of());

    @Test
    void aFailedCallKeepsTheMessageAsAFailedTurn() {
        Agent failing = request -> {
            throw new AgentException(Kind.THROTTLED, "busy");
        };
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO, "failing", failing))) {
            String id = chat.answered(null, "first").conversationId();
            ChatResult result = chat.service().chat(chat.call(id, "failing", "second"));
            assertThat(result).isInstanceOfSatisfying(ChatResult.AgentFailed.class, failed -> {
                assertThat(failed.failure().kind()).isEqualTo(Kind.THROTTLED);
                assertThat(failed.turn().orElseThrow().status()).isEqualTo(TurnStatus.FAILED);
            });
            assertThat(chat.turns(id).getLast())
                    .extracting(Turn::userInput, Turn::agentResponse, Turn::status)
                    .containsExactly("second", "", TurnStatus.FAILED);
            assertThat(chat.answered(id, "third").memory().text()).doesNotContain("second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "huge", "\ud800"})
    void anAnswerThatCannotBeStoredIsAFailure(String answer) {
        String response = answer.equals("huge") ? "ü".repeat(Turn.LONGEST_TEXT / 2 + 1) : answer;
        assertFails(request -> new AgentReply(response, List.of()));
    }

    static Stream<List<Step>> unstorableSteps() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode deep = nodes.nullNode();
        for (int level = 0; level < 70; level++) {
            deep = nodes.arrayNode().add(deep);
        }
        return Stream.of(
                        message("x".repeat(Turn.LONGEST_TEXT)),
                        message("half a pair: \ud83d"),
                        message(null),
                        new Step.ToolCall("", "name", nodes.nullNode(), Map.of()),
                        new Step.ToolCall("id", "x".repeat(257), nodes.nullNode(), Map.of()),
                        new Step.ToolCall("id", "name", nodes.objectNode().put("\udc4b", 1), Map.of()),
                        new Step.ToolCall("id", "name", nodes.numberNode(Double.NaN), Map.of()),
                        new Step.ToolCall("id", "name", nodes.nullNode(), null),
                        new Step.ToolResult("id", deep, false, Map.of()))
                .map(List::of);
    }

    private static Step message(String content) {
        return new Step.Message("user", content, Map.of());
    }

    @ParameterizedTest
    @MethodSource("unstorableSteps")
    void stepsThatCannotBeStoredAreAFailure(List<Step> steps) {
        assertFails(request -> new AgentReply("fine", steps));
    }

    @Test
    void stepsThatCallersMayPostAreStored() {
        List<Step> steps = List.of(
                new Step.ToolCall(
                        "1", "weather", JsonNodeFactory.instance.objectNode().put("in", 1.5), Map.of()),
                new Step.ToolResult("1", JsonNodeFactory.instance.textNode("rain 👋"), true, Map.of()),
                message(""));
        try (ChatBench chat = new ChatBench(Map.of("default", request -> new AgentReply("fine", steps)))) {
            String id = chat.answered(null, "hi").conversationId();
            assertThat(chat.turns(id).getFirst().steps()).hasSize(3);
        }
    }

    @Test
    void anAgentThatIsNotSoldOnTypesFails() {
        List<Step> holes = new ArrayList<>();
        holes.add(null);
        assertFails(request -> null);
        assertFails(request -> new AgentReply(null, List.of()));
        assertFails(request -> new AgentReply("fine", null));
        assertFails(request -> new AgentReply("fine", holes));
    }

    private static void assertFails(Agent agent) {
        try (ChatBench chat = new ChatBench(Map.of("default", agent))) {
            assertThat(chat.service().chat(chat.call(null, null, "hi")))
                    .isInstanceOfSatisfying(ChatResult.AgentFailed.class, failed -> {
                        assertThat(failed.failure().kind()).isEqualTo(Kind.FAILED);
                        assertThat(failed.turn().orElseThrow().status()).isEqualTo(TurnStatus.FAILED);
                    });
        }
    }

    @Test
    void anAgentThatTakesTooLongIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Agent slow = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new AgentReply("too late", List.of());
        };
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO, "hasty", slow))) {
            assertThat(chat.service().chat(chat.call(null, "hasty", "hi")))
                    .isInstanceOfSatisfying(
                            ChatResult.AgentFailed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.TIMEOUT));
            interrupted.await();
        }
    }
}
