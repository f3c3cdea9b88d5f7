package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContextAssemblerTest {
    private final ContextAssembler assembler = new ContextAssembler(new O200k(), new WindowRelevantTurns());

    private static List<Turn> turns(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> turn(i, "question " + i, "answer " + i))
                .toList();
    }

    @Test
    void allSectionsStandInTheirOrder() {
        List<Turn> turns =
                List.of(turn(4, "The oven broke.", "Oh."), turn(5, "Any news?", "None."), turn(6, "Rye?", "Tuesday."));
        AssembledContext context = assembler.assemble(
                view(6, 3, turns, "Long ago."),
                new ContextRequest("What of the oven?", 1, 2, true, 0, "planning", false));
        assertThat(context.text()).isEqualTo("""
                [Conversation info: Total 6 turns, showing recent 1 turns]
                Previous conversation summary:
                - Long ago.

                Relevant earlier conversation:
                [2026-11-01] User: The oven broke.
                [2026-11-01] Assistant: Oh.

                Recent conversation:
                [2026-11-01] User: Rye?
                [2026-11-01] Assistant: Tuesday.

                Task type: planning
                Current user query: What of the oven?""");
        assertThat(context.turns())
                .extracting(one -> one.turn().turnNumber() + " " + one.reason().wire() + " " + one.cut())
                .containsExactly("4 relevant false", "6 recent false");
        assertThat(context.turns().getLast().tokens())
                .isEqualTo(new O200k().count("[2026-11-01] User: Rye?\n[2026-11-01] Assistant: Tuesday."));
        assertThat(context.summaries()).extracting(one -> one.content()).containsExactly("Long ago.");
        assertThat(context.tokenizer()).isEqualTo("o200k_base");
        assertThat(context.totalTurns()).isEqualTo(6);
        assertThat(context.query()).isEqualTo("What of the oven?");
    }

    @Test
    void noTurnsAreNoTurns() {
        AssembledContext context = assembler.assemble(view(9, 5, turns(5, 9)), request("q", 0, 0, 0));
        assertThat(context.text())
                .isEqualTo("[Conversation info: Total 9 turns, showing recent 0 turns]\nCurrent user query: q");
        assertThat(context.turns()).isEmpty();
    }

    @Test
    void failedAndRedactedTurnsCountAndAreNotShown() {
        List<Turn> turns = List.of(
                turn(1, "one", "1"),
                turn(2, "oven two", "2"),
                turn(3, "oven", "", TurnStatus.FAILED, List.of()),
                turn(4, "four", "4"),
                turn(5, "", "", TurnStatus.REDACTED, List.of()));
        AssembledContext context = assembler.assemble(view(5, 4, turns.subList(1, 5)), request("oven?", 1, 5, 0));
        assertThat(context.text()).startsWith("[Conversation info: Total 5 turns, showing recent 1 turns]\n");
        assertThat(context.turns()).extracting(one -> one.turn().turnNumber()).containsExactly(2L, 4L);
        assertThat(context.totalTurns()).isEqualTo(5);
        assertThat(assembler.assemble(view(turns), request("q", 3, 0, 0)).turns())
                .extracting(one -> one.turn().turnNumber())
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void nothingIsCountedBeforeSomebodyAsks() {
        Counting counting = new Counting();
        ContextAssembler counted = new ContextAssembler(counting, new WindowRelevantTurns());
        AssembledContext context = counted.assemble(view(turns(1, 5), "s"), request("answer", 2, 2, 0));
        AssembledContext small = counted.assemble(view(turns(1, 5), "s"), request("answer", 2, 2, 2_000));
        AssembledContext alone = counted.queryAlone(request("answer", 2, 2, 2_000), 5);
        assertThat(counting.counts).isZero();
        assertThat(context.tokens().getAsInt()).isPositive();
        assertThat(context.tokens().getAsInt()).isEqualTo(small.tokens().getAsInt());
        assertThat(alone.tokens().getAsInt()).isEqualTo(4);
        assertThat(counting.counts).isEqualTo(3);
    }

    @Test
    void theQueryAloneGoesThroughWhateverItsSize() {
        String large = "word ".repeat(50_000);
        AssembledContext context =
                assembler.queryAlone(new ContextRequest(large, 5, 3, true, 256, "planning", false), 41);
        assertThat(context.text()).isEqualTo("Task type: planning\nCurrent user query: " + large);
        assertThat(context.turns()).isEmpty();
        assertThat(context.summaries()).isEmpty();
        assertThat(context.totalTurns()).isEqualTo(41);
        assertThat(context.tokenBudget()).isEqualTo(256);
        assertThat(context.messages()).singleElement().satisfies(message -> {
            assertThat(message.get("role").textValue()).isEqualTo("user");
            assertThat(message.get("content").textValue())
                    .contains("Task type: planning")
                    .endsWith("\n\n" + large);
        });
    }

    @Test
    void aMessageGoesThroughWithMemoryOrWithout() {
        MemoryView view = view(turns(1, 5), "s");
        ContextRequest small = request("answer", 2, 2, 2_000);
        ContextRequest large = request("word ".repeat(3_000), 2, 2, 256);
        assertThat(assembler.assembleOrQueryAlone(view, small).text())
                .isEqualTo(assembler.assemble(view, small).text());
        assertThatThrownBy(() -> assembler.assemble(view, large)).isInstanceOf(QueryTooLargeException.class);
        assertThat(assembler.assembleOrQueryAlone(view, large).text())
                .isEqualTo(assembler.queryAlone(large, 5).text());
        assertThat(assembler.assembleOrQueryAlone(view, large).totalTurns()).isEqualTo(5);
        List<Turn> huge = List.of(turn(1, "x".repeat(3 << 20), "x".repeat(3 << 20)));
        assertThat(assembler
                        .assembleOrQueryAlone(view(huge), request("q", 1, 0, 0))
                        .text())
                .isEqualTo("Current user query: q");
    }

    @Test
    void aContextThatNoAnswerCouldCarryAsksForABudget() {
        List<Turn> large = LongStream.rangeClosed(1, 20)
                .mapToObj(i -> turn(i, "secret ".repeat(36_000), "x".repeat(250_000)))
                .toList();
        assertThatThrownBy(() -> assembler.assemble(view(large), request("q", 20, 0, 0)))
                .isInstanceOf(ContextTooLargeException.class)
                .hasMessageContaining("4 MiB")
                .hasMessageContaining("token_budget")
                .hasMessageNotContaining("secret");
        // text and messages hold every turn, so half of it each is the most
        assertThatThrownBy(() -> assembler.assemble(view(large), request("q", 5, 0, 0)))
                .isInstanceOf(ContextTooLargeException.class);
        assertThat(assembler.assemble(view(large), request("q", 3, 0, 0)).turns())
                .hasSize(3);
        assertThat(assembler.assemble(view(large), request("q", 20, 3, 100_000)).turns())
                .isNotEmpty();
    }

    @Test
    void controlCharactersAreMeasuredAsJsonWritesThem() {
        List<Turn> turns = List.of(turn(1, "\u0001".repeat(250_000), "\u0001".repeat(250_000)));
        assertThatThrownBy(() -> assembler.assemble(view(turns), request("q", 1, 0, 0)))
                .isInstanceOf(ContextTooLargeException.class);
    }

    /** Counts how often it was asked. */
    private static final class Counting implements TokenCounter {
        private int counts;

        @Override
        public String name() {
            return "words";
        }

        @Override
        public int count(String text) {
            counts++;
            return text.split(" ").length;
        }
    }
}
