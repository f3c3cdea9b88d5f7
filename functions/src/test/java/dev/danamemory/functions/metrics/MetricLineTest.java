package dev.danamemory.functions.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded metric format, to the letter. */
class MetricLineTest {
    private static final Instant WHEN = Instant.parse("2026-11-22T13:00:00.123456Z");

    @Test
    void aLineOfEveryKind() {
        String line = new MetricLine("chat-1", "POST /chat")
                .count("Reads", 2)
                .amount("Units", 6.5)
                .bytes("Bytes", 1_044)
                .time("Duration", Duration.ofNanos(12_345_678))
                .text(WHEN);
        assertThat(line)
                .isEqualTo(
                        "{\"_aws\":{\"Timestamp\":1795352400123,\"CloudWatchMetrics\":[{\"Namespace\":\"DanaMemory\","
                                + "\"Dimensions\":[[\"FunctionName\",\"Route\"]],\"Metrics\":["
                                + "{\"Name\":\"Reads\",\"Unit\":\"Count\"},{\"Name\":\"Units\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"Bytes\",\"Unit\":\"Bytes\"},{\"Name\":\"Duration\",\"Unit\":\"Milliseconds\"}]}]},"
                                + "\"FunctionName\":\"chat-1\",\"Route\":\"POST /chat\","
                                + "\"Reads\":2,\"Units\":6.5,\"Bytes\":1044,\"Duration\":12.3}");
    }

    @Test
    void numbersAreWrittenTheSameEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new MetricLine("f", "r")
                            .time("T", Duration.ofMillis(1_500))
                            .text(WHEN))
                    .endsWith("\"T\":1500.0}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "49999, 0.0", "50000, 0.1", "999950000, 1000.0", "1449999, 1.4", "61000000000, 61000.0"})
    void millisecondsHaveOneDecimal(long nanos, String written) {
        assertThat(MetricLine.millis(Duration.ofNanos(nanos)))
                .isEqualTo(written)
                .isEqualTo(String.format(Locale.ROOT, "%.1f", nanos / 1e6));
    }
}
