package dev.danamemory.store.rules;

import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Timestamps;
import dev.danamemory.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts sessions. */
public final class Sessions {
    private Sessions() {}

    /** Runs of turns without a longer pause. */
    public static long count(List<Turn> turns, MemorySettings settings) {
        long sessions = turns.isEmpty() ? 0 : 1;
        for (int i = 1; i < turns.size(); i++) {
            if (isNew(turns.get(i - 1).timestamp(), turns.get(i).timestamp(), settings)) {
                sessions++;
            }
        }
        return sessions;
    }

    /** Whether so much time lies between two turns that a session began; a step back begins none. */
    public static boolean isNew(String before, String after, MemorySettings settings) {
        Optional<Instant> from = Timestamps.moment(before);
        Optional<Instant> to = Timestamps.moment(after);
        return from.isPresent()
                && to.isPresent()
                && Duration.between(from.get(), to.get()).compareTo(Duration.ofMinutes(settings.sessionMinutes())) >= 0;
    }
}
