package dev.danamemory.context;

import java.util.Locale;

/** A query leaves no room in its token budget for what every context must show. Holds no text of a user. */
public final class QueryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int needed;
    private final int budget;
    private final boolean fitsAlone;

    private QueryTooLargeException(String message, int needed, int budget, boolean fitsAlone) {
        super(message);
        this.needed = needed;
        this.budget = budget;
        this.fitsAlone = fitsAlone;
    }

    /** @param needed tokens of the query and of what must stand beside it, without any turn */
    static QueryTooLargeException alone(int needed, int budget) {
        return new QueryTooLargeException(
                String.format(
                        Locale.ROOT,
                        "the query takes %,d tokens, over the token_budget of %,d: shorten the query, raise the budget,"
                                + " or give 0 for none",
                        needed,
                        budget),
                needed,
                budget,
                false);
    }

    /** @param needed tokens of the query and of the newest turn when as much of the turn as possible is cut */
    static QueryTooLargeException besideNewestTurn(int needed, int budget) {
        return new QueryTooLargeException(
                String.format(
                        Locale.ROOT,
                        "the query and the newest turn, cut as far as it can be, take %,d tokens, over the token_budget"
                                + " of %,d: shorten the query, raise the budget, or ask for max_turns 0",
                        needed,
                        budget),
                needed,
                budget,
                true);
    }

    /** Tokens that suffice. */
    public int needed() {
        return needed;
    }

    /** Tokens that there were. */
    public int budget() {
        return budget;
    }

    /** Whether the query would fit if no turn had to stand beside it. */
    public boolean fitsAlone() {
        return fitsAlone;
    }
}
