package dev.danamemory.agents.openai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** How long to wait, whole seconds from 0 to a day; nothing when the header is neither. */
    static Optional<Duration> read(String header, InstantSource clock) {
        String value = header.strip();
        return wait(value, clock)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(RetryAfter::capped);
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Duration> wait(String value, InstantSource clock) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            // rounded up, so that nobody comes a moment too early
            return Optional.of(
                    Duration.ofSeconds(until.getEpochSecond() - clock.instant().getEpochSecond()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
