package dev.danamemory.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps that turns and files may carry: an ISO 8601 date-time with a capital {@code T} ({@code
 * 2026-11-22T13:00}, seconds and a fraction of at most 32 digits optional, {@code Z} or an offset such as
 * {@code +05:30}, {@code +0530}, {@code +05}, or none), or a date ({@code 2026-11-22}). They are kept as written; this
 * tells only what moment they mean.
 */
public final class Timestamps {
    private static final Pattern FORM = Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})"
            + "(?:T(?<minute>\\d{2}:\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,32}))?)?"
            + "(?:Z|(?<offset>[+-]\\d{2}(?::?\\d{2})?))?)?");
    private static final int NANO_DIGITS = 9;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    private Timestamps() {}

    /** Whether the text is a timestamp of a moment that exists: no 30th of February, no second 60, no hour 24. */
    public static boolean isTimestamp(String text) {
        return moment(text).isPresent();
    }

    /**
     * The moment, or nothing where the text is no timestamp. Without an offset it is UTC; a date is its midnight in UTC;
     * a fraction is cut to nanoseconds.
     */
    public static Optional<Instant> moment(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(form.group("date"));
            return Optional.of(date.atTime(time(form))
                    .toInstant(ZoneOffset.UTC)
                    .minusSeconds(offsetMinutes(form.group("offset")) * (long) MINUTES_PER_HOUR));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher form) {
        String minute = form.group("minute");
        if (minute == null) {
            return LocalTime.MIDNIGHT;
        }
        String second = form.group("second");
        LocalTime time = LocalTime.parse(minute).withSecond(second == null ? 0 : Integer.parseInt(second));
        String fraction = form.group("fraction");
        return fraction == null
                ? time
                : time.withNano(Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS)));
    }

    // java.time ends at 18 hours; Python writes anything below 24
    private static int offsetMinutes(@Nullable String offset) {
        if (offset == null) {
            return 0;
        }
        String digits = offset.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() == 2 ? 0 : Integer.parseInt(digits.substring(2));
        if (hours >= HOURS_PER_DAY || minutes >= MINUTES_PER_HOUR) {
            throw new DateTimeException("no such offset");
        }
        return (offset.startsWith("-") ? -1 : 1) * (hours * MINUTES_PER_HOUR + minutes);
    }
}
