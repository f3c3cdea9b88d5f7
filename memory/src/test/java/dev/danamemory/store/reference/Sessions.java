package dev.danamemory.store.reference;

import dev.danamemory.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Counts runs of turns. */
final class Sessions {
    private Sessions() {}

    /** How many there are in these turns. */
    static long count(List<Turn> turns, int minutes) {
        long count = turns.isEmpty() ? 0 : 1;
        for (int i = 1; i < turns.size(); i++) {
            count += begins(turns.get(i - 1).timestamp(), turns.get(i).timestamp(), minutes) ? 1 : 0;
        }
        return count;
    }

    /** Whether a turn begins a session after another. */
    static boolean begins(String before, String after, int minutes) {
        return Duration.between(instant(before), instant(after)).compareTo(Duration.ofMinutes(minutes)) >= 0;
    }

    private static Instant instant(String timestamp) {
        if (!timestamp.contains("T")) {
            return LocalDate.parse(timestamp).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(timestamp, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }
}
