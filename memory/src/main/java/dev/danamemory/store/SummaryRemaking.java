package dev.danamemory.store;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.summary.Summariser;
import java.util.List;

/** Makes the summaries that may tell of a redacted turn anew, from the turns that are still stored. */
public final class SummaryRemaking {
    /** Reads all turns from one number to another, as they are with the redaction. */
    @FunctionalInterface
    public interface Range {
        List<Turn> read(long first, long last);
    }

    private final Summariser summariser;
    private final Range range;

    public SummaryRemaking(Summariser summariser, Range range) {
        this.summariser = summariser;
        this.range = range;
    }

    /** The summary in other words if it may tell of the turn, else as it is. */
    public Summary anew(ConversationHeader header, Summary summary, Turn redacted) {
        if (!SummaryCoverage.mayTellOf(summary, redacted)) {
            return summary;
        }
        List<Turn> told = range.read(first(header, summary), last(header, summary)).stream()
                .filter(turn -> SummaryCoverage.mayTellOf(summary, turn))
                .toList();
        return summary.withContent(told.isEmpty() ? "" : summariser.summarise(told));
    }

    private static long first(ConversationHeader header, Summary summary) {
        Long start = summary.startTurn();
        return start == null ? header.firstTurn() : Math.max(start, header.firstTurn());
    }

    private static long last(ConversationHeader header, Summary summary) {
        Long end = summary.endTurn();
        return end == null ? header.lastTurn() : Math.min(end, header.lastTurn());
    }
}
