package dev.danamemory.search;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptTurnsTest {
    private final KeptTurns kept = new KeptTurns();

    private int addUntilOneGoes(String input, List<Step> steps) {
        int number = 0;
        do {
            number++;
            kept.add(turn(number, input, "", steps));
        } while (kept.turn(1).isPresent());
        return number;
    }

    @Test
    void theOldestGoesWhenThereAreTooManyChars() {
        String text = "x".repeat(100_000);
        int added = addUntilOneGoes(text, List.of());
        assertThat(added).isEqualTo((int) (KeptTurns.MOST_CHARS / text.length()) + 1);
        assertThat(kept.turn(2)).isPresent();
        assertThat(kept.turn(added)).isPresent();
    }

    @Test
    void stepsAreTakenForLong() {
        List<Step> steps = List.of(new Step.Message("user", "x", Map.of()));
        assertThat(addUntilOneGoes("x", steps)).isEqualTo((int) (KeptTurns.MOST_CHARS / (Turn.LONGEST_TEXT + 1)) + 1);
    }

    @Test
    void whatWasNeverAddedIsNotThere() {
        kept.add(turn(1, "x", "y"));
        assertThat(kept.turn(1)).contains(turn(1, "x", "y"));
        assertThat(kept.turn(2)).isEmpty();
    }

    @Test
    void aHistoryOfTurnsHandsOutEachByItsNumber() {
        History history = History.of(List.of(turn(3, "a", ""), turn(4, "b", "")));
        assertThat(history).extracting(Turn::turnNumber).containsExactly(3L, 4L);
        assertThat(history.turn(4)).contains(turn(4, "b", ""));
        assertThat(history.turn(1)).isEmpty();
    }
}
