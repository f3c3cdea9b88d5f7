package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0                             | 0
            1                             | 1
            ' 7 '                         | 7
            86400                         | 86400
            86401                         | 86400
            999999999                     | 86400
            Sun, 22 Nov 2026 13:00:00 GMT | 0
            Sun, 22 Nov 2026 13:00:01 GMT | 1
            Sun, 22 Nov 2026 12:00:00 GMT | 0
            Sun, 06 Nov 1994 08:49:37 GMT | 0
            Tue, 24 Nov 2026 13:00:00 GMT | 86400
            """)
    void secondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.read(header, () -> Asking.NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "1e3", "9999999999", "٣", "2026-11-22T13:00:00Z", "Sun, 99 Nov 2026"})
    void anythingElseIsNoTime(String header) {
        assertThat(RetryAfter.read(header, () -> Asking.NOW)).isEmpty();
    }
}
