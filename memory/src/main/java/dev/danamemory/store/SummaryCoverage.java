package dev.danamemory.store;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Timestamps;
import dev.danamemory.model.Turn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which turns summaries cover. */
public final class SummaryCoverage {
    private SummaryCoverage() {}

    /**
     * The number of the first turn that is not summarised; one behind the last when all are. A summary of ours names its
     * last turn; one of Dana's covers the turns that are not newer than its end.
     *
     * @param last the last summary, or null
     * @param turns all of the conversation's; looked at only where Dana's own summary is the last
     */
    public static long firstOpen(ConversationHeader header, @Nullable Summary last, Iterable<Turn> turns) {
        if (last == null) {
            return header.firstTurn();
        }
        return last.endTurn() != null
                ? last.endTurn() + 1
                : firstNewer(last, turns).orElse(header.lastTurn() + 1);
    }

    /**
     * Whether a summary may tell of a turn: by number, by the timestamps of Dana's own, and in doubt yes, for a summary
     * made once too often does no harm.
     */
    public static boolean mayTellOf(Summary summary, Turn turn) {
        if (summary.startTurn() != null && summary.endTurn() != null) {
            return summary.startTurn() <= turn.turnNumber() && turn.turnNumber() <= summary.endTurn();
        }
        Optional<Instant> at = Timestamps.moment(turn.timestamp());
        Optional<Instant> start = Optional.ofNullable(summary.startTimestamp()).flatMap(Timestamps::moment);
        Optional<Instant> end = Optional.ofNullable(summary.endTimestamp()).flatMap(Timestamps::moment);
        boolean isBefore = at.isPresent() && start.isPresent() && at.get().isBefore(start.get());
        boolean isAfter = at.isPresent() && end.isPresent() && at.get().isAfter(end.get());
        return !isBefore && !isAfter;
    }

    /**
     * The number of the first turn that is newer than a summary's end; the first turn of all when the summary has no
     * timestamp; nothing when there is none.
     */
    private static Optional<Long> firstNewer(Summary summary, Iterable<Turn> turns) {
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
