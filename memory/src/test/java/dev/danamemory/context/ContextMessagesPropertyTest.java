package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.search.SeededTexts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are such as every chat-completion API accepts, whatever the history holds. */
class ContextMessagesPropertyTest {
    private final ContextAssembler assembler = new ContextAssembler(new O200k(), new WindowRelevantTurns());

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void apisAcceptThem(long seed) {
        SeededTexts texts = new SeededTexts(seed);
        MemoryView view = Views.random(texts);
        ContextRequest request = Views.randomRequest(texts, texts.below(2) == 0 ? 0 : 4_000);
        AssembledContext context = assembler.assemble(view, request);
        List<ObjectNode> messages = context.messages();
        assertRolesAlternate(messages);
        assertCallsAreAnswered(messages);
        for (ObjectNode message : messages) {
            assertThat(role(message)).isIn("user", "assistant", "tool");
            assertThat(message.has("tool_calls")
                            || !message.get("content").textValue().isEmpty())
                    .isTrue();
        }
        String query = request.query().isEmpty() ? "(none)" : request.query();
        assertThat(role(messages.getFirst())).isEqualTo("user");
        assertThat(role(messages.getLast())).isEqualTo("user");
        assertThat(messages.getLast().get("content").textValue()).endsWith(query);
        assertSameContent(context);
    }

    // calls and results are aside; what an assistant says with its calls may be followed by what it says after them
    private static void assertRolesAlternate(List<ObjectNode> messages) {
        List<ObjectNode> spoken = messages.stream()
                .filter(message -> !role(message).equals("tool"))
                .filter(message -> message.get("content").isTextual())
                .toList();
        for (int i = 1; i < spoken.size(); i++) {
            if (role(spoken.get(i)).equals(role(spoken.get(i - 1)))) {
                assertThat(role(spoken.get(i))).isEqualTo("assistant");
                assertThat(spoken.get(i - 1).has("tool_calls")).isTrue();
            }
        }
    }

    private static void assertCallsAreAnswered(List<ObjectNode> messages) {
        Set<String> ids = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (ObjectNode message : messages) {
            if (role(message).equals("tool")) {
                assertThat(message.get("tool_call_id").textValue()).isEqualTo(open.poll());
            } else {
                assertThat(open).isEmpty();
            }
            for (JsonNode call : message.path("tool_calls")) {
                open.add(call.get("id").textValue());
                assertThat(ids.add(call.get("id").textValue())).isTrue();
            }
        }
        assertThat(open).isEmpty();
    }

    private static void assertSameContent(AssembledContext context) {
        String first = context.messages().getFirst().get("content").textValue();
        context.summaries().forEach(summary -> assertThat(first).contains(summary.content()));
        for (ContextTurn shown : context.turns()) {
            if (shown.reason() == ContextTurn.Reason.RELEVANT) {
                assertThat(first).contains(ContextText.lines(shown.turn()));
            } else {
                assertThat(context.messages())
                        .anyMatch(message -> content(message)
                                .contains(shown.turn().userInput().strip()));
                assertThat(context.messages())
                        .anyMatch(message -> content(message)
                                .contains(shown.turn().agentResponse().strip()));
            }
        }
    }

    private static String content(ObjectNode message) {
        return message.get("content").asText();
    }

    private static String role(ObjectNode message) {
        return message.get("role").textValue();
    }
}
