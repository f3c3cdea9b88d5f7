package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.search.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationMemoryTest {
    private final MemoryOnFiles files = new MemoryOnFiles(0);
    private final ConversationMemory memory = files.memory();

    @AfterEach
    void close() {
        files.close();
    }

    private void addTurns(int count) {
        IntStream.rangeClosed(1, count).forEach(n -> memory.addTurn("question " + n, "answer " + n));
    }

    @Test
    void aConversationThatHasNotBegunIsTheQueryAlone() {
        assertThat(memory.getContext("What now?", 5)).isEqualTo("Current user query: What now?");
        assertThat(memory.getRecentContext(5)).isEmpty();
        assertThat(memory.search("anything", 5)).isEmpty();
        assertThat(memory.getStatistics()).isEmpty();
        assertThat(memory.createSummary("nothing")).isEmpty();
    }

    @Test
    void theContextIsDanas() {
        addTurns(2);
        String date = memory.getRecentContext(1).getFirst().timestamp().substring(0, 10);
        assertThat(memory.getContext("q", 1))
                .isEqualTo(
                        "Recent conversation:\n[%s] User: question 2\n[%s] Assistant: answer 2\n\nCurrent user query: q"
                                .formatted(date, date));
    }

    @Test
    void recentTurnsAreTheWindowsNewest() {
        addTurns(45);
        assertThat(memory.getRecentContext(3)).extracting(Turn::turnNumber).containsExactly(43L, 44L, 45L);
        assertThat(memory.getRecentContext(100)).hasSize(20);
    }

    @Test
    void searchGoesThroughTheWholeHistory() {
        addTurns(45);
        assertThat(memory.search("question 2", 50))
                .extracting(hit -> hit.turn().turnNumber())
                .contains(2L, 20L, 29L);
        SearchHit first = memory.search("question 31", 1).getFirst();
        assertThat(first.turn().turnNumber()).isEqualTo(31);
    }

    @Test
    void summariesCoverWhatIsNotSummarisedYet() {
        addTurns(3);
        Summary first = memory.createSummary("three questions").orElseThrow();
        assertThat(List.of(first.startTurn(), first.endTurn(), first.turnCount()))
                .containsExactly(1L, 3L, 3L);
        assertThat(memory.createSummary("nothing new")).isEmpty();
        addTurns(2);
        Summary second = memory.createSummary("two more").orElseThrow();
        assertThat(List.of(second.startTurn(), second.endTurn())).containsExactly(4L, 5L);
        assertThat(memory.getContext("q", 0))
                .isEqualTo("Previous conversation summary:\n- three questions\n- two more\n\nCurrent user query: q");
    }

    @Test
    void statisticsAndClear() {
        addTurns(25);
        assertThat(memory.getStatistics().orElseThrow().totalTurns()).isEqualTo(25);
        assertThat(memory.getStatistics().orElseThrow().activeTurns()).isEqualTo(20);
        memory.clear();
        assertThat(memory.getStatistics().orElseThrow().totalTurns()).isZero();
        assertThat(memory.addTurn("again", "yes").turnNumber()).isEqualTo(1);
    }

    @Test
    void asynchronousTwinsRunInTheOrderOfTheirCalls() throws ExecutionException, InterruptedException {
        List<CompletionStage<Turn>> stages = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            stages.add(memory.async().addTurn("question " + n, "answer", JsonNodeFactory.instance.objectNode()));
        }
        CompletionStage<List<Turn>> recent = memory.async().getRecentContext(20);
        assertThat(recent.toCompletableFuture().get())
                .extracting(Turn::userInput)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(n -> "question " + n)
                        .toList());
        for (int n = 1; n <= 20; n++) {
            assertThat(stages.get(n - 1).toCompletableFuture().get().turnNumber())
                    .isEqualTo(n);
        }
        assertThat(memory.async().search("question 7", 1).toCompletableFuture().get())
                .hasSize(1);
        assertThat(memory.async().createSummary("all").toCompletableFuture().get())
                .isPresent();
        assertThat(memory.async().getContext("q", 1).toCompletableFuture().get())
                .contains("question 20");
        assertThat(memory.async().getStatistics().toCompletableFuture().get()).isPresent();
        assertThat(memory.async().clear().toCompletableFuture().get()).isTrue();
        assertThat(memory.getRecentContext(1)).isEmpty();
    }

    @Test
    void aFailedCallDoesNotStopTheNextOne() throws ExecutionException, InterruptedException {
        CompletionStage<Turn> failing =
                memory.async().addTurn("half a pair: \ud83d", "", JsonNodeFactory.instance.objectNode());
        CompletionStage<Turn> next =
                memory.async().addTurn("still there?", "yes", JsonNodeFactory.instance.objectNode());
        assertThat(next.toCompletableFuture().get().turnNumber()).isEqualTo(1);
        assertThatThrownBy(() -> failing.toCompletableFuture().get())
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user_input");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> memory.getRecentContext(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the count of turns must be 0 or more");
        assertThatThrownBy(() -> memory.getContext("q", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxTurns must be 0 or more");
        addTurns(1);
        assertThatThrownBy(() -> memory.search("question", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit of hits must be at least 1");
        assertThat(memory.getRecentContext(0)).isEmpty();
        assertThat(memory.getRecentContext(Integer.MAX_VALUE)).hasSize(1);
    }
}
