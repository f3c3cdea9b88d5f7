package dev.danamemory.functions.http;

import dev.danamemory.chat.MemoryOverrides;

/** Reads the settings that a call may override. */
public final class Overrides {
    /** The most recent or relevant turns that can be asked for. */
    public static final int MOST_TURNS = 100;

    private static final int SMALLEST_BUDGET = 256;
    private static final int LARGEST_BUDGET = 200_000;

    private Overrides() {}

    /** What stands in these values; faults are theirs. */
    public static MemoryOverrides of(Input input) {
        Integer budget = input.whole("token_budget", 0, LARGEST_BUDGET);
        if (budget != null && budget > 0 && budget < SMALLEST_BUDGET) {
            input.fault("token_budget", "must be 0 for none, or from " + SMALLEST_BUDGET + " to " + LARGEST_BUDGET);
        }
        return new MemoryOverrides(
                input.whole("max_turns", 0, MOST_TURNS),
                input.whole("relevant_turns", 0, MOST_TURNS),
                input.flag("include_summaries"),
                budget);
    }
}
