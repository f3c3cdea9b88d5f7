package dev.danamemory.agents.demo;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Something the user said, or a summary of it.
 *
 * @param source what stands before a quote of it
 * @param text verbatim
 */
record Statement(String source, String text) {
    static Statement of(Turn turn, String text) {
        return new Statement("You told me on " + date(turn.timestamp()) + " (turn " + turn.turnNumber() + ")", text);
    }

    static Statement of(Summary summary, String text) {
        return new Statement("A summary of " + extent(summary) + " says", text);
    }

    /** Of the very message that is to be answered. */
    static Statement justNow(String text) {
        return new Statement("You told me just now", text);
    }

    private static String extent(Summary summary) {
        if (summary.startTurn() != null && summary.endTurn() != null) {
            return "turns " + summary.startTurn() + " to " + summary.endTurn();
        }
        String start = summary.startTimestamp();
        String end = summary.endTimestamp();
        return start == null || end == null ? "earlier turns" : date(start) + " to " + date(end);
    }

    private static String date(String timestamp) {
        int time = timestamp.indexOf('T');
        return time < 0 ? timestamp : timestamp.substring(0, time);
    }

    /** The source and the words themselves, of a long text those around a place. */
    String quoted(int at) {
        return source + ": " + Excerpt.quoted(text, at);
    }

    /** The source and the words from their beginning. */
    String quoted() {
        return quoted(0);
    }

    /** A statement and how well it fits a question. */
    record Match(
            Statement statement,
            int score,
            int at,
            @Nullable String missing) {
        boolean isWhole() {
            return missing == null;
        }

        String quoted() {
            return statement.quoted(at);
        }
    }
}
