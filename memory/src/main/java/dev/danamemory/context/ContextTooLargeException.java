package dev.danamemory.context;

/** A context would be larger than an answer may be. Holds no text of a user. */
public final class ContextTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The largest context, text and messages together, in bytes of JSON. */
    public static final int LARGEST = 4 << 20;

    ContextTooLargeException() {
        super("the context is over 4 MiB (its text and its messages together): give a token_budget, or fewer max_turns"
                + " and relevant_turns");
    }
}
