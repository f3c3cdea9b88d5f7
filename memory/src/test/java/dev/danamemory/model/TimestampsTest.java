package dev.danamemory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:00:00.123456Z, 2026-11-22T13:00:00.123456Z",
        "2026-11-22T13:00:00Z, 2026-11-22T13:00:00Z",
        "2026-11-22T13:00Z, 2026-11-22T13:00:00Z",
        "2026-11-22T13:00, 2026-11-22T13:00:00Z",
        "2026-11-22T13:00:00, 2026-11-22T13:00:00Z",
        "2026-11-22T13:00:00.5, 2026-11-22T13:00:00.5Z",
        "'2026-11-22T13:00:00,25', 2026-11-22T13:00:00.25Z",
        "2026-11-22T13:00:00.1234567891234, 2026-11-22T13:00:00.123456789Z",
        "2026-11-22T13:00:00+00:00, 2026-11-22T13:00:00Z",
        "2026-11-22T13:00:00+05:30, 2026-11-22T07:30:00Z",
        "2026-11-22T13:00:00+0530, 2026-11-22T07:30:00Z",
        "2026-11-22T13:00:00+05, 2026-11-22T08:00:00Z",
        "2026-11-22T13:00:00-09:30, 2026-11-22T22:30:00Z",
        "2026-11-22T13:00-03, 2026-11-22T16:00:00Z",
        "2026-11-22T00:00:00+23:59, 2026-11-21T00:01:00Z",
        "2026-11-22, 2026-11-22T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999-23:59, +10000-01-01T23:58:59.999999999Z"
    })
    void meansAMoment(String text, Instant moment) {
        assertThat(Timestamps.moment(text)).contains(moment);
        assertThat(Timestamps.isTimestamp(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026",
                "2026-11",
                "20261122",
                "2026-11-22 13:00:00",
                "2026-11-22t13:00:00Z",
                "2026-11-22T13:00:00z",
                "2026-11-22T",
                "2026-11-22T13",
                "2026-11-22T13:00:",
                "2026-11-22T13:00:00.",
                "2026-11-22T13:00.5",
                "2026-11-22T24:00:00",
                "2026-11-22T23:60:00",
                "2026-11-22T23:59:60Z",
                "2026-02-29",
                "2026-02-30T00:00:00",
                "2026-13-01",
                "2026-00-10",
                "2026-11-31",
                "26-11-22",
                "12026-11-22",
                "-2026-11-22",
                "2026-11-22Z",
                "2026-11-22+01:00",
                "2026-11-22T13:00:00+24:00",
                "2026-11-22T13:00:00+01:60",
                "2026-11-22T13:00:00+1",
                "2026-11-22T13:00:00 +01:00",
                "2026-11-22T13:00:00ZZ",
                " 2026-11-22",
                "2026-11-22\n",
                "2026-11-22T13:00:00Z\n",
                "２０２６-11-22",
                "2026-1-2",
                "1763816400",
                "Sun, 22 Nov 2026 13:00:00 GMT"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Timestamps.isTimestamp(text)).isFalse();
        assertThat(Timestamps.moment(text)).isEmpty();
    }

    @Test
    void aFractionHasAtMostThirtyTwoDigits() {
        assertThat(Timestamps.isTimestamp("2026-11-22T13:00:00." + "1".repeat(32)))
                .isTrue();
        assertThat(Timestamps.isTimestamp("2026-11-22T13:00:00." + "1".repeat(33)))
                .isFalse();
    }

    @Test
    void agreesWithJavaTime() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            OffsetDateTime time = Instant.ofEpochSecond(
                            random.nextLong(0, 250_000_000_000L), random.nextInt(1_000_000_000))
                    .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60)));
            assertThat(Timestamps.moment(time.toString()))
                    .as("seed %d, round %d: %s", seed, round, time)
                    .contains(time.toInstant());
        }
    }
}
