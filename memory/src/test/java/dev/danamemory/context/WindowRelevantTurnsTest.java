package dev.danamemory.context;

import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.TurnStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowRelevantTurnsTest {
    private final MemoryView view = view(List.of(
            turn(1, "oven oven", "repair"),
            turn(2, "oven", "", TurnStatus.FAILED, List.of()),
            turn(3, "bread", "rye"),
            turn(4, "my oven and other things of the house", "good"),
            turn(5, "oven", "oven")));

    private static List<Long> numbers(List<RelevantTurns.Choice> choices) {
        return choices.stream().map(one -> one.turn().turnNumber()).toList();
    }

    @Test
    void earlierCompleteTurnsComeBestFirst() {
        List<RelevantTurns.Choice> choices = new WindowRelevantTurns().choose("the oven?", view, 5, 10);
        assertThat(numbers(choices)).containsExactly(1L, 4L);
        assertThat(choices.get(0).worth()).isEqualTo(1.0);
        assertThat(choices.get(1).worth()).isBetween(0.01, 0.99);
    }

    @Test
    void withoutABoundTheWholeWindowIsEarlier() {
        assertThat(numbers(new WindowRelevantTurns().choose("oven", view, Long.MAX_VALUE, 2)))
                .containsExactly(5L, 1L);
        assertThat(new WindowRelevantTurns().choose("cheese", view, Long.MAX_VALUE, 2))
                .isEmpty();
    }
}
