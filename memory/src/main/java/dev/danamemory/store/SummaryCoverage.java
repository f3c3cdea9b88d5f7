package dev.danamemory.store;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Timestamps;
import dev.danamemory.model.Turn;
import java.time.Instant;
import java.util.Optional;

/** Which turns Dana's own summaries cover: they name no numbers, only timestamps. */
public final class SummaryCoverage {
    private SummaryCoverage() {}

    /**
     * The number of the first turn that is newer than a summary's end; the first turn of all when the summary has no
     * timestamp; nothing when there is none.
     */
    public static Optional<Long> firstNewer(Summary summary, Iterable<Turn> turns) {
        Optional<Instant> end = Optional.ofNullable(summary.endTimestamp()).flatMap(Timestamps::moment);
        for (Turn turn : turns) {
            Optional<Instant> at = Timestamps.moment(turn.timestamp());
            if (end.isEmpty() || at.filter(end.get()::isBefore).isPresent()) {
                return Optional.of(turn.turnNumber());
            }
        }
        return Optional.empty();
    }
}
