package dev.danamemory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySettingsTest {
    private static MemorySettings with(String field, int value) {
        MemorySettings d = MemorySettings.defaults();
        return new MemorySettings(
                field.equals("window") ? value : d.window(),
                field.equals("max_turns") ? value : d.maxTurns(),
                field.equals("relevant_turns") ? value : d.relevantTurns(),
                field.equals("token_budget") ? value : d.tokenBudget(),
                d.includeSummaries(),
                field.equals("summarize_every") ? value : d.summarizeEvery(),
                d.summarizer(),
                field.equals("session_minutes") ? value : d.sessionMinutes(),
                field.equals("archive_after_days") ? Double.valueOf(value) : d.archiveAfterDays(),
                field.equals("delete_after_days") ? Double.valueOf(value) : d.deleteAfterDays());
    }

    @Test
    void whatHoldsWhereNothingIsSaid() {
        assertThat(MemorySettings.defaults())
                .isEqualTo(new MemorySettings(20, 5, 3, 2000, true, 20, "rules", 30, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "window, 1, 200", "max_turns, 0, 100", "relevant_turns, 0, 100", "token_budget, 256, 200000",
        "summarize_every, 2, 500", "session_minutes, 1, 1440", "archive_after_days, 0, 36500",
                "delete_after_days, 0, 36500"
    })
    void everyNumberHasItsRange(String field, int least, int most) {
        assertThatCode(() -> with(field, least)).doesNotThrowAnyException();
        assertThatCode(() -> with(field, most)).doesNotThrowAnyException();
        for (int wrong : new int[] {least - 1, most + 1}) {
            assertThatThrownBy(() -> with(field, wrong))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(field + ": is out of range");
        }
    }

    @Test
    void someMayBeZero() {
        assertThat(with("token_budget", 0).tokenBudget()).isZero();
        assertThat(with("summarize_every", 0).summarizeEvery()).isZero();
        assertThatThrownBy(() -> with("token_budget", 255)).hasMessageContaining("0 or 256 to 200000");
    }

    @Test
    void daysMayBeAFractionAndMustBeANumber() {
        assertThat(new MemorySettings(20, 5, 3, 0, true, 0, "rules", 30, 0.001, 0.5).deleteAfterDays())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> new MemorySettings(20, 5, 3, 0, true, 0, "rules", 30, Double.NaN, null))
                .hasMessageContaining("archive_after_days");
    }

    @Test
    void namesOnTheWireAreLowerCase() {
        assertThat(TurnStatus.of("failed")).contains(TurnStatus.FAILED);
        assertThat(TurnStatus.of("FAILED")).isEmpty();
        for (TurnStatus status : TurnStatus.values()) {
            assertThat(TurnStatus.of(status.wire())).contains(status);
        }
        assertThat(ConversationStatus.ARCHIVED.wire()).isEqualTo("archived");
    }
}
