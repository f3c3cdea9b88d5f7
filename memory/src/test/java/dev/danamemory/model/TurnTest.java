package dev.danamemory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final List<Step> steps = new ArrayList<>(List.of(new Step.Message("user", "hm", Map.of())));
    private final NewTurn turn = new NewTurn(
            "t-1",
            "in",
            "out",
            "2026-11-22T13:00:00Z",
            JsonNodeFactory.instance.objectNode().put("a", 1),
            TurnStatus.COMPLETE,
            "default",
            6L,
            5L,
            steps,
            List.of());

    @Test
    void getsItsNumberAndKeepsTheRest() {
        Turn numbered = turn.numbered(7);
        assertThat(numbered.turnNumber()).isEqualTo(7);
        assertThat(numbered.turnId()).isEqualTo("t-1");
        assertThat(numbered.userInput()).isEqualTo("in");
        assertThat(numbered.agentResponse()).isEqualTo("out");
        assertThat(numbered.contextThrough()).isEqualTo(6);
        assertThat(numbered.replaces()).isEqualTo(5);
        assertThat(numbered.metadata()).isEqualTo(turn.metadata());
        assertThat(numbered.more()).isEmpty();
    }

    @Test
    void numbersBeginAtOne() {
        assertThatThrownBy(() -> turn.numbered(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        steps.clear();
        assertThat(turn.steps()).hasSize(1);
        assertThat(turn.numbered(1).steps()).hasSize(1);
    }

    @Test
    void onlyACompleteTurnIsShown() {
        for (TurnStatus status : TurnStatus.values()) {
            Turn other = new Turn(
                    "t",
                    1,
                    "",
                    "",
                    "2026-11-22",
                    turn.metadata(),
                    status,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Map.of());
            assertThat(other.isComplete()).isEqualTo(status == TurnStatus.COMPLETE);
        }
    }
}
