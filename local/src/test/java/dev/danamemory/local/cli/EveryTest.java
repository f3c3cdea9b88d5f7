package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryTest {
    @ParameterizedTest
    @CsvSource({"10s, PT10S", "30m, PT30M", "1h, PT1H", "1d, P1D", "90m, PT90M", "99999d, P99999D"})
    void aTime(String text, Duration time) {
        assertThat(Every.of("--cleanup-every", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "h", "0h", "-1h", "1.5h", "1 h", "1H", "1w", "1h30m", "PT1H", "100000d"})
    void whatIsNone(String text) {
        assertThatThrownBy(() -> Every.of("--cleanup-every", text))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("--cleanup-every needs a time")
                .hasMessageContaining("30m, 1h or 1d");
    }
}
