package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.Comparator;
import java.util.List;

/**
 * What a context may show: that which was asked for, before any budget.
 *
 * @param recent the newest complete turns of the window, oldest first, as many as were asked for
 * @param summaries the last three, in order, or none
 */
record Candidates(
        MemoryView view, ContextRequest request, RelevantTurns relevance, List<Turn> recent, List<Summary> summaries) {
    private static final int MOST_SUMMARIES = 3;

    static Candidates of(MemoryView view, ContextRequest request, RelevantTurns relevance) {
        List<Turn> complete = view.turns().stream().filter(Turn::isComplete).toList();
        List<Summary> summaries = request.includeSummaries() ? view.summaries() : List.of();
        return new Candidates(
                view, request, relevance, last(request.maxTurns(), complete), last(MOST_SUMMARIES, summaries));
    }

    /** All of it. */
    Selection all() {
        List<Turn> relevant = relevant(recent.size()).stream()
                .map(RelevantTurns.Choice::turn)
                .sorted(Comparator.comparingLong(Turn::turnNumber))
                .toList();
        return new Selection(summaries, relevant, recent, false);
    }

    /** Relevant turns, best first, when only so many of the recent ones are shown. */
    List<RelevantTurns.Choice> relevant(int recentShown) {
        List<Turn> shown = last(recentShown, recent);
        long before = shown.isEmpty() ? Long.MAX_VALUE : shown.getFirst().turnNumber();
        return request.relevantTurns() == 0
                ? List.of()
                : relevance.choose(request.query(), view, before, request.relevantTurns());
    }

    private static <T> List<T> last(int count, List<T> all) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
