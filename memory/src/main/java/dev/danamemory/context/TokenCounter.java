package dev.danamemory.context;

/** Counts the tokens of a text as a language model would. Safe for several threads. */
public interface TokenCounter {
    /** The tokenizer's name, as in {@code o200k_base}. */
    String name();

    /**
     * Tokens of the text, 0 for the empty one and never more than it has bytes of UTF-8; texts that look like special
     * tokens count as plain text.
     */
    int count(String text);
}
