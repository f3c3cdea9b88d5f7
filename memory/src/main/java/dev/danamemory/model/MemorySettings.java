package dev.danamemory.model;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation is remembered and what of it an agent is given.
 *
 * @param window newest turns that count as active, 1-200
 * @param maxTurns recent turns in a context, 0-100
 * @param relevantTurns earlier turns in a context, chosen by the query, 0-100
 * @param tokenBudget most tokens of a context's text; 0 is no budget, else 256-200,000
 * @param includeSummaries whether a context shows the last three summaries
 * @param summarizeEvery turns that make a summary due; 0 is never, else 2-500
 * @param summarizer {@code rules} or an agent's id
 * @param sessionMinutes a pause of this many minutes begins a new session, 1-1,440
 * @param archiveAfterDays idle days after which old turns move to the archive; null is never
 * @param deleteAfterDays idle days after which a conversation is deleted; null is never
 */
public record MemorySettings(
        int window,
        int maxTurns,
        int relevantTurns,
        int tokenBudget,
        boolean includeSummaries,
        int summarizeEvery,
        String summarizer,
        int sessionMinutes,
        @Nullable Double archiveAfterDays,
        @Nullable Double deleteAfterDays) {
    private static final MemorySettings DEFAULTS =
            new MemorySettings(20, 5, 3, 2000, true, 20, "rules", 30, null, null);
    private static final int SMALLEST_BUDGET = 256;

    public MemorySettings {
        range("window", window, 1, 200);
        range("max_turns", maxTurns, 0, 100);
        range("relevant_turns", relevantTurns, 0, 100);
        if (tokenBudget != 0) {
            range("token_budget", tokenBudget, SMALLEST_BUDGET, 200_000);
        }
        if (summarizeEvery != 0) {
            range("summarize_every", summarizeEvery, 2, 500);
        }
        range("session_minutes", sessionMinutes, 1, 1_440);
        days("archive_after_days", archiveAfterDays);
        days("delete_after_days", deleteAfterDays);
    }

    /** What holds where a definition says nothing. */
    public static MemorySettings defaults() {
        return DEFAULTS;
    }

    private static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            String or0 = field.equals("token_budget") || field.equals("summarize_every") ? "0 or " : "";
            throw new InvalidInputException(field, "is out of range: " + or0 + least + " to " + most);
        }
    }

    private static void days(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 36_500)) {
            throw new InvalidInputException(field, "is out of range: 0 or more days, at most 36500");
        }
    }
}
