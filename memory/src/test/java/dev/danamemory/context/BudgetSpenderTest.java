package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.context.Views.withSteps;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetSpenderTest {
    private static final String LONG = "word ".repeat(2_000);

    private final TokenCounter o200k = new O200k();
    private final ContextAssembler assembler = new ContextAssembler(o200k, new WindowRelevantTurns());

    private static List<Turn> turns(int count, String input, String response) {
        List<Turn> turns = new ArrayList<>();
        for (long number = 1; number <= count; number++) {
            turns.add(turn(number, input, response));
        }
        return turns;
    }

    private static List<String> shown(AssembledContext context) {
        return context.turns().stream()
                .map(one -> one.reason().wire() + " " + one.turn().turnNumber())
                .toList();
    }

    @Test
    void aNewestTurnThatIsTooLargeIsCutInTheMiddleOfItsLongestSide() {
        List<Turn> turns = List.of(turn(1, "Short?", "Yes."), turn(2, "What happened?", "First. " + LONG + "Last."));
        AssembledContext context = assembler.assemble(view(turns), request("q", 5, 0, 600));
        ContextTurn newest = context.turns().getLast();
        assertThat(newest.cut()).isTrue();
        assertThat(newest.turn().userInput()).isEqualTo("What happened?");
        assertThat(newest.turn().agentResponse()).matches("First\\. .*… \\[1,[78]\\d\\d tokens left out] ….*Last\\.");
        assertThat(newest.tokens()).isBetween(250, 300);
        assertThat(shown(context)).containsExactly("recent 1", "recent 2");
        assertThat(context.messages().get(3).get("content").textValue())
                .isEqualTo(newest.turn().agentResponse());
    }

    @Test
    void theOtherSideIsCutTooWhenItAloneIsTooMuch() {
        AssembledContext context =
                assembler.assemble(view(List.of(turn(1, "A" + LONG, "B" + LONG))), request("q", 5, 0, 256));
        Turn newest = context.turns().getLast().turn();
        assertThat(newest.userInput()).startsWith("A").contains("tokens left out");
        assertThat(newest.agentResponse()).startsWith("B").contains("tokens left out");
        assertThat(context.tokens().getAsInt()).isBetween(100, 256);
    }

    @Test
    void aTurnOverHalfTheRestStaysWholeWhereEverythingFits() {
        AssembledContext context =
                assembler.assemble(view(List.of(turn(1, "q", "word ".repeat(300)))), request("q", 5, 0, 400));
        assertThat(context.turns())
                .singleElement()
                .satisfies(one -> assertThat(one.cut()).isFalse());
        assertThat(context.tokens().getAsInt()).isBetween(301, 400);
    }

    @Test
    void theNewestTurnsStepsGoBeforeItsTexts() {
        List<Step> steps = List.of(Views.call("a"), Views.result("a", LONG));
        AssembledContext context = assembler.assemble(
                view(List.of(turn(1, "Look it up.", "Done.", steps))), withSteps(request("q", 5, 0, 600)));
        ContextTurn newest = context.turns().getLast();
        assertThat(newest.cut()).isTrue();
        assertThat(newest.turn().steps()).isEmpty();
        assertThat(newest.turn().agentResponse()).isEqualTo("Done.");
        assertThat(context.messages()).hasSize(3);
        assertThat(assembler
                        .assemble(view(List.of(turn(1, "x", "y", steps))), request("q", 5, 0, 600))
                        .turns())
                .singleElement()
                .satisfies(one -> assertThat(one.cut()).isFalse());
    }

    @Test
    void stepsAreTokensToo() {
        List<Step> steps = List.of(Views.call("a"), Views.result("a", "21 degrees"));
        MemoryView view = view(List.of(turn(1, "x", "y", steps)));
        int bare = assembler.assemble(view, request("q", 5, 0, 0)).tokens().getAsInt();
        AssembledContext with = assembler.assemble(view, withSteps(request("q", 5, 0, 0)));
        assertThat(with.text())
                .isEqualTo(assembler.assemble(view, request("q", 5, 0, 0)).text());
        assertThat(with.tokens().getAsInt()).isEqualTo(bare + o200k.count(StepMessages.json(steps)));
    }

    @Test
    void relevantTurnsAndSummariesGetWhatRecentOnesLeave() {
        List<Turn> turns = new ArrayList<>();
        turns.add(turn(1, "The oven repair cost 1,250.", "Noted."));
        for (long number = 2; number <= 12; number++) {
            turns.add(turn(number, "filler ".repeat(25), "filler ".repeat(25)));
        }
        AssembledContext context =
                assembler.assemble(view(turns, "We met. "), request("What did the oven repair cost?", 12, 3, 400));
        assertThat(shown(context)).startsWith("relevant 1").contains("recent 12", "recent 11", "recent 10");
        assertThat(context.summaries()).hasSize(1);
        assertThat(context.text()).doesNotContain("showing recent");
    }

    @Test
    void aTurnTooLargeForTheRoomMakesNoHole() {
        List<Turn> turns = List.of(
                turn(1, "small", "small"), turn(2, "big", LONG), turn(3, "small", "small"), turn(4, "small", "small"));
        AssembledContext context = assembler.assemble(view(turns), request("q", 4, 4, 500));
        assertThat(shown(context)).containsExactly("recent 3", "recent 4");
    }

    @Test
    void aRelevantTurnThatRecentOnesReachMovesToThem() {
        List<Turn> turns = turns(4, "filler ".repeat(40), "filler ".repeat(40));
        List<Turn> all = new ArrayList<>(turns.subList(0, 2));
        all.add(turn(3, "oven", "hot"));
        all.addAll(List.of(turn(4, "more ".repeat(80), ""), turn(5, "now", "then")));
        AssembledContext context = assembler.assemble(view(all), request("oven", 5, 1, 256));
        assertThat(shown(context)).contains("recent 3", "recent 4", "recent 5").doesNotContain("relevant 3");
    }

    @Test
    void theInfoLineNamesTheNumberShown() {
        List<Turn> turns = turns(20, "filler ".repeat(20), "filler ".repeat(20));
        AssembledContext context = assembler.assemble(view(41, 20, turns), request("q", 20, 0, 400));
        long shown = context.count(ContextTurn.Reason.RECENT);
        assertThat(shown).isBetween(3L, 10L);
        assertThat(context.text())
                .startsWith("[Conversation info: Total 41 turns, showing recent " + shown + " turns]\n");
    }

    @Test
    void aQueryOverTheBudgetIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> assembler.assemble(view(List.of()), request("secret ".repeat(1_234), 5, 3, 256)))
                .isInstanceOf(QueryTooLargeException.class)
                .hasMessageContaining("1,2")
                .hasMessageContaining("the query takes")
                .hasMessageContaining("token_budget of 256")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aQueryThatLeavesNoRoomForAGlimpseOfTheNewestTurnIsRefused() {
        String query = "word ".repeat(240);
        assertThat(assembler
                        .assemble(view(List.of()), request(query, 5, 0, 256))
                        .tokens()
                        .getAsInt())
                .isLessThanOrEqualTo(256);
        MemoryView large = view(List.of(turn(1, LONG, LONG)));
        assertThatThrownBy(() -> assembler.assemble(large, request(query, 5, 0, 256)))
                .isInstanceOfSatisfying(QueryTooLargeException.class, refused -> {
                    assertThat(refused.needed()).isBetween(257, 330);
                    assertThat(refused.budget()).isEqualTo(256);
                    assertThat(refused.fitsAlone()).isTrue();
                    assertThat(refused).hasMessageContaining("max_turns 0").hasMessageNotContaining("word word");
                    ContextRequest raised = request(query, 5, 0, refused.needed());
                    assertThat(assembler.assemble(large, raised).turns()).hasSize(1);
                });
        assertThat(assembler.assemble(large, request(query, 0, 0, 256)).turns()).isEmpty();
    }
}
