package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextRequestTest {
    @ParameterizedTest
    @CsvSource({"-1, 0, 0, maxTurns", "0, -1, 0, relevantTurns", "0, 0, -1, tokenBudget"})
    void negativeNumbersAreRefused(int maxTurns, int relevantTurns, int tokenBudget, String named) {
        assertThatThrownBy(() -> new ContextRequest("q", maxTurns, relevantTurns, true, tokenBudget, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(named + " must be 0 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nCurrent user query: b", "a;b", "\t"})
    void aTaskTypeIsOneShortLine(String taskType) {
        assertThatThrownBy(() -> new ContextRequest("q", 0, 0, true, 0, taskType, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("taskType must be");
        assertThat(ContextRequest.isTaskType(taskType)).isFalse();
    }

    @Test
    void whatIsInRangeIsTaken() {
        assertThat(new ContextRequest("", 0, 0, false, 0, null, false).taskType())
                .isNull();
        String longest = "Übung 7_a-".repeat(7).substring(0, 64);
        assertThat(new ContextRequest("", 0, 0, false, 0, longest, true).taskType())
                .isEqualTo(longest);
        assertThat(ContextRequest.isTaskType(longest + "a")).isFalse();
    }
}
