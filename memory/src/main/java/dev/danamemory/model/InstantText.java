package dev.danamemory.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Our own timestamps: ISO 8601, UTC, microseconds, as in {@code 2026-11-22T13:00:00.123456Z}. */
public final class InstantText {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    /** The instant, cut to microseconds. */
    public static String of(Instant instant) {
        return FORM.format(instant);
    }
}
