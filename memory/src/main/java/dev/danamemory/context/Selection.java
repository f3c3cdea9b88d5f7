package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.List;

/**
 * What a context shows besides the query.
 *
 * @param relevant oldest first, none of them among the recent
 * @param recent oldest first, without a hole
 * @param newestCut whether the last of the recent was shortened
 */
record Selection(List<Summary> summaries, List<Turn> relevant, List<Turn> recent, boolean newestCut) {
    static final Selection NOTHING = new Selection(List.of(), List.of(), List.of(), false);

    /** Chars of all texts, which are at most as many as the bytes of the context. */
    long chars() {
        long chars = chars(relevant) + chars(recent);
        for (Summary summary : summaries) {
            chars += summary.content().length();
        }
        return chars;
    }

    private static long chars(List<Turn> turns) {
        long chars = 0;
        for (Turn turn : turns) {
            chars += turn.userInput().length() + (long) turn.agentResponse().length();
        }
        return chars;
    }
}
