package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
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
        List<Turn> complete = new ArrayList<>();
        for (Turn turn : view.turns()) {
            if (turn.isComplete()) {
                complete.add(turn);
            }
        }
        List<Summary> summaries = request.includeSummaries() ? view.summaries() : List.of();
        return new Candidates(
                view, request, relevance, last(request.maxTurns(), complete), last(MOST_SUMMARIES, summaries));
    }

    /** All of it. */
    Selection all() {
        List<Turn> relevant = new ArrayList<>();
        for (RelevantTurns.Choice choice : relevant(recent.size())) {
            relevant.add(choice.turn());
        }
        relevant.sort((one, other) -> Long.compare(one.turnNumber(), other.turnNumber()));
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
