package dev.danamemory.context;

import java.util.Locale;

/** A query leaves no room in its token budget for what every context must show. Holds no text of a user. */
public final class QueryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int needed;
    private final int budget;

    /** @param needed tokens of the query and of what must stand beside it, about */
    QueryTooLargeException(int needed, int budget) {
        super(String.format(
                Locale.ROOT,
                "the query and what must stand beside it take %,d tokens, over the token_budget of %,d: shorten the"
                        + " query, raise the budget, or give 0 for none",
                needed,
                budget));
        this.needed = needed;
        this.budget = budget;
    }

    /** Tokens that would have been needed, about. */
    public int needed() {
        return needed;
    }

    /** Tokens that there were. */
    public int budget() {
        return budget;
    }
}
