package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.DirectoryEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatServiceTest {
    private static final Agent ECHO = request -> new AgentReply("You said: " + request.message(), List.of());

    @Test
    void aFirstMessageBeginsAConversationThatListsShowAtOnce() {
        try (ChatBench chat = new ChatBench(Map.of("default", request -> new AgentReply("ok", List.of())))) {
            ChatResult.Answered answer = chat.answered(null, "  My oven\n broke ");
            assertThat(answer.turn().turnNumber()).isEqualTo(1);
            assertThat(answer.turn().contextThrough()).isZero();
            assertThat(answer.turn().agentId()).isEqualTo("default");
            assertThat(chat.bench.list(ChatBench.ALICE))
                    .singleElement()
                    .extracting(DirectoryEntry::title)
                    .isEqualTo("My oven broke");
        }
    }

    @Test
    void theNextMessageIsAnsweredFromMemoryForOneReadAndOneWrite() {
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO))) {
            String id = chat.answered(null, "My oven broke").conversationId();
            ChatResult.Answered answer = chat.answered(id, "What broke?");
            assertThat(answer.memory().text())
                    .contains("User: My oven broke")
                    .endsWith("Current user query: What broke?");
            assertThat(answer.turn().turnNumber()).isEqualTo(2);
            assertThat(answer.turn().contextThrough()).isEqualTo(1);
            assertThat(answer.use().reads()).isEqualTo(1);
            assertThat(answer.use().writes()).isEqualTo(1);
            assertThat(answer.use().readBytes()).isPositive();
            assertThat(answer.use().writtenBytes()).isGreaterThan(answer.use().readBytes());
        }
    }

    @Test
    void whatTheUserDoesNotHaveIsNotThere() {
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO))) {
            ConversationKey others = chat.bench.key();
            chat.bench.create(others);
            assertThat(chat.service().chat(chat.call(others.conversationId(), null, "hi")))
                    .isInstanceOf(ChatResult.NoConversation.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUndefinedAgentIsRefusedAndNothingStored(boolean isNew) {
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO))) {
            String id = chat.answered(null, "hi").conversationId();
            assertThat(chat.service().chat(chat.call(isNew ? null : id, "nobody", "hi")))
                    .isEqualTo(new ChatResult.UndefinedAgent("nobody"));
            assertThat(chat.turns(id)).hasSize(1);
            assertThat(chat.bench.list(ChatBench.ALICE)).hasSize(1);
        }
    }

    @Test
    void anotherAgentMayAnswerATurnAndTheConversationStaysItsOwnAgents() {
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO, "other", ECHO))) {
            String id = chat.answered(null, "hi").conversationId();
            chat.service().chat(chat.call(id, "other", "and you?"));
            assertThat(chat.turns(id)).extracting(Turn::agentId).containsExactly("default", "other");
            assertThat(chat.bench
                            .load(new ConversationKey(ChatBench.ALICE, id))
                            .header()
                            .agentId())
                    .isEqualTo("default");
        }
    }

    @Test
    void aConversationThatIsClearedWhileTheAgentAnswersDoesNotGetTheTurn() {
        ChatBench[] chat = new ChatBench[1];
        Agent clearing = request -> {
            chat[0].bench.store().clear(new ConversationKey(request.user(), request.conversationId()));
            return new AgentReply("the answer", List.of());
        };
        try (ChatBench opened = new ChatBench(Map.of("default", ECHO, "clearing", clearing))) {
            chat[0] = opened;
            String id = opened.answered(null, "hi").conversationId();
            assertThat(opened.service().chat(opened.call(id, "clearing", "hello?")))
                    .isEqualTo(new ChatResult.Cleared(id, "the answer"));
            assertThat(opened.turns(id)).isEmpty();
        }
    }

    @Test
    void aConversationThatIsErasedWhileTheAgentAnswersStaysErased() {
        ChatBench[] chat = new ChatBench[1];
        Agent erasing = request -> {
            chat[0].bench.store().erase(new ConversationKey(request.user(), request.conversationId()));
            return new AgentReply("the answer", List.of());
        };
        try (ChatBench opened = new ChatBench(Map.of("default", ECHO, "erasing", erasing))) {
            chat[0] = opened;
            assertThat(opened.service().chat(opened.call(null, "erasing", "hello?")))
                    .isInstanceOf(ChatResult.Erased.class);
            assertThat(opened.bench.list(ChatBench.ALICE)).isEmpty();
        }
    }

    @Test
    void aMessageThatFillsTheBudgetGoesThroughWithoutMemory() {
        try (ChatBench chat = new ChatBench(Map.of("default", ECHO))) {
            String id = chat.answered(null, "My oven broke").conversationId();
            String long_ = "word ".repeat(5_000).strip();
            ChatResult.Answered answer = chat.answered(id, long_);
            assertThat(answer.turn().agentResponse()).isEqualTo("You said: " + long_);
            assertThat(answer.memory().text()).isEqualTo("Current user query: " + long_);
        }
    }
}
