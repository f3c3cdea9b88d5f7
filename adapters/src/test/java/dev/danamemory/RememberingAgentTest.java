package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.context.QueryTooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberingAgentTest {
    private final MemoryOnFiles files = new MemoryOnFiles(256);
    private final ConversationMemory memory = files.memory();

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void anAgentRemembers() throws ExecutionException, InterruptedException {
        List<String> seen = new ArrayList<>();
        RememberingAgent agent = new RememberingAgent(
                memory,
                context -> {
                    seen.add(context);
                    return "answer " + seen.size();
                },
                5);
        assertThat(agent.chat("My oven broke")).isEqualTo("answer 1");
        assertThat(agent.chatAsync("What broke?").toCompletableFuture().get()).isEqualTo("answer 2");
        assertThat(seen.getLast()).contains("User: My oven broke").endsWith("Current user query: What broke?");
        assertThat(agent.rememberTurn("by phone", "noted").turnNumber()).isEqualTo(3);
        assertThat(agent.rememberTurnAsync("by mail", "noted")
                        .toCompletableFuture()
                        .get()
                        .turnNumber())
                .isEqualTo(4);
        assertThat(agent.getMemoryContextAsync("q").toCompletableFuture().get()).isEqualTo(agent.getMemoryContext("q"));
    }

    @Test
    void aMessageThatFillsTheBudgetGoesThroughWithoutMemory() {
        List<String> seen = new ArrayList<>();
        RememberingAgent agent = new RememberingAgent(
                memory,
                context -> {
                    seen.add(context);
                    return "fine";
                },
                5);
        agent.chat("My oven broke");
        String large = "word ".repeat(300).strip();
        assertThatThrownBy(() -> memory.getContext(large, 5)).isInstanceOf(QueryTooLargeException.class);
        assertThat(agent.chat(large)).isEqualTo("fine");
        assertThat(seen.getLast()).isEqualTo("Current user query: " + large);
        assertThat(agent.getMemoryContext(large)).isEqualTo(seen.getLast());
        assertThat(memory.getRecentContext(1).getFirst().userInput()).isEqualTo(large);
    }

    @Test
    void fewerThanNoTurnsAreRefused() {
        assertThatThrownBy(() -> new RememberingAgent(memory, context -> context, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or more");
    }
}
