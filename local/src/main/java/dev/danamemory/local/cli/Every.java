package dev.danamemory.local.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often something is to be done, as in {@code 30m}, {@code 1h}, {@code 1d}. */
final class Every {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    private Every() {}

    static Duration of(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw CommandFailure.usage(option + " needs a time: a whole number of s, m, h or d, as in 30m, 1h or 1d.");
        }
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
