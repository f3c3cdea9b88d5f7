package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns that the store does not take when the agent is done. */
class NotStoredTest {
    private static final Agent ANSWERING = request -> new AgentReply("the answer", List.of());
    private static final Agent FAILING = request -> {
        throw new AgentException(AgentException.Kind.THROTTLED, "busy");
    };

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new StoreUnavailableException("down", Duration.ofSeconds(1), null),
                new StoredDataUnreadableException("conversations/alice/c.json", "damaged", null),
                new IllegalStateException("a fault of ours"));
    }

    private static ConversationStore appending(ConversationStore store, RuntimeException failure) {
        return (ConversationStore) Proxy.newProxyInstance(
                NotStoredTest.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "append" -> throw failure;
                    case "within" -> appending((ConversationStore) method.invoke(store, arguments), failure);
                    default -> {
                        try {
                            yield method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }

    private static ChatResult chat(Agent agent, RuntimeException failure) {
        try (ChatBench chat = new ChatBench(Map.of("default", agent))) {
            return chat.service(appending(chat.bench.store(), failure)).chat(chat.call(null, null, "hi"));
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theAnswerIsHandedOver(RuntimeException failure) {
        assertThat(chat(ANSWERING, failure)).isInstanceOfSatisfying(ChatResult.NotStored.class, lost -> {
            assertThat(lost.agentResponse()).isEqualTo("the answer");
            assertThat(lost.conversationId()).isNotBlank();
            assertThat(lost.failure()).isSameAs(failure);
        });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theAgentsFailureIsNotHidden(RuntimeException failure) {
        assertThat(chat(FAILING, failure)).isInstanceOfSatisfying(ChatResult.AgentFailed.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(AgentException.Kind.THROTTLED);
            assertThat(failed.turn()).isEmpty();
        });
    }
}
