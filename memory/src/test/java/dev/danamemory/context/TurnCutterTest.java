package dev.danamemory.context;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.search.SeededTexts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnCutterTest {
    private static final String LONG = "word ".repeat(1_000);

    private final TokenCounter o200k = new O200k();
    private final TurnCutter cutter = new TurnCutter(o200k);

    private int tokens(Turn turn) {
        return o200k.count(ContextText.lines(turn) + "\n\n");
    }

    @Test
    void aTurnThatFitsLosesOnlyItsSteps() {
        Turn whole = turn(1, "ask", "reply", List.of(Views.call("a")));
        assertThat(cutter.cut(whole, 100)).contains(turn(1, "ask", "reply"));
    }

    @Test
    void theLongestSideIsCutAndTheOtherLeft() {
        assertThat(cutter.cut(turn(1, LONG, "reply"), 100)).hasValueSatisfying(cut -> {
            assertThat(cut.userInput()).contains("tokens left out");
            assertThat(cut.agentResponse()).isEqualTo("reply");
            assertThat(tokens(cut)).isBetween(90, 100);
        });
        assertThat(cutter.cut(turn(1, "ask", LONG), 100)).hasValueSatisfying(cut -> {
            assertThat(cut.userInput()).isEqualTo("ask");
            assertThat(cut.agentResponse()).contains("tokens left out");
        });
    }

    @Test
    void allElseOfTheTurnStays() {
        Turn whole = turn(7, LONG, "reply");
        Turn cut = cutter.cut(whole, 100).orElseThrow();
        assertThat(cut).usingRecursiveComparison().ignoringFields("userInput").isEqualTo(whole);
    }

    @Test
    void withoutRoomThereIsNothing() {
        Turn both = turn(1, LONG, LONG);
        assertThat(cutter.cut(both, 0)).isEmpty();
        assertThat(cutter.cut(both, -5)).isEmpty();
        assertThat(cutter.cut(both, 20)).isEmpty();
        assertThat(cutter.cut(both, cutter.least(both) + 4)).isPresent();
        assertThat(cutter.least(both)).isBetween(30, 60);
        assertThat(cutter.least(turn(1, "hi", "ho"))).isEqualTo(tokens(turn(1, "hi", "ho")));
    }

    @Test
    void anyTurnFitsAnyRoomItIsCutTo() {
        for (long seed = 0; seed < 200; seed++) {
            SeededTexts texts = new SeededTexts(seed);
            Turn whole = turn(1, texts.side() + texts.side(), texts.side());
            int room = texts.below(500);
            Optional<Turn> cut = cutter.cut(whole, room);
            if (cut.isPresent()) {
                assertThat(tokens(cut.get())).as("seed %d", seed).isLessThanOrEqualTo(room);
            } else {
                assertThat(room).as("seed %d", seed).isLessThan(cutter.least(whole) + 12);
            }
        }
    }
}
