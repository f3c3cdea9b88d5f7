package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a budget is kept when counts do not add up, and what the keeping costs. */
class BudgetCountingTest {
    private final TokenCounter o200k = new O200k();

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
    void theBudgetHoldsWhereTheWholeTakesMoreThanItsParts() {
        TokenCounter costlyTogether = new TokenCounter() {
            @Override
            public String name() {
                return "costly";
            }

            @Override
            public int count(String text) {
                // long texts cost twice as much
                return text.length() < 300 ? text.length() / 2 : text.length();
            }
        };
        ContextAssembler costly = new ContextAssembler(costlyTogether, new WindowRelevantTurns());
        for (int budget = 256; budget < 3_000; budget += 61) {
            AssembledContext context = costly.assemble(
                    view(turns(10, "oven ".repeat(9), "x".repeat(80)), "summary"), request("oven", 10, 3, budget));
            assertThat(costlyTogether.count(context.text())).isLessThanOrEqualTo(budget);
            assertThat(shown(context)).contains("recent 10");
        }
    }

    @Test
    void noTurnIsCountedTwiceAndOneThatCannotFitOnlyInPart() {
        long[] counted = {0};
        TokenCounter measuring = new TokenCounter() {
            @Override
            public String name() {
                return "measuring";
            }

            @Override
            public int count(String text) {
                counted[0] += text.length();
                return o200k.count(text);
            }
        };
        String huge = "word ".repeat(50_000);
        List<Turn> turns = new ArrayList<>(turns(199, huge + "oven", huge));
        turns.add(turn(200, "small", "small"));
        new ContextAssembler(measuring, new WindowRelevantTurns())
                .assemble(view(200, 200, turns), request("oven", 100, 100, 2_000));
        // 200 turns are 100 million chars
        assertThat(counted[0]).isLessThan(4_000_000);
    }

    @Test
    void noTextIsCountedTwice() {
        List<String> counted = new ArrayList<>();
        TokenCounter noting = new TokenCounter() {
            @Override
            public String name() {
                return "noting";
            }

            @Override
            public int count(String text) {
                counted.add(text);
                return o200k.count(text);
            }
        };
        for (int budget : List.of(400, 1_000, 3_000, 100_000)) {
            counted.clear();
            List<Turn> turns = new ArrayList<>();
            for (long number = 1; number <= 20; number++) {
                turns.add(turn(number, "oven " + number, "word ".repeat(100)));
            }
            AssembledContext context = new ContextAssembler(noting, new WindowRelevantTurns())
                    .assemble(view(turns, "summary"), request("oven", 5, 3, budget));

            assertThat(context.tokens().getAsInt()).isEqualTo(o200k.count(context.text()));
            assertThat(counted.stream().filter(text -> text.length() > 60)).doesNotHaveDuplicates();
        }
    }
}
