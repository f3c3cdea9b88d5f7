package dev.danamemory.functions.http;

import org.jspecify.annotations.Nullable;

/**
 * Named values of a caller, from a body or a query string. Faults are collected, so that a caller hears of all at once;
 * a value at fault reads as absent, and {@link #check} must follow before any of them is used.
 */
public sealed interface Input permits BodyInput, Query {
    /** A well-formed text of at most that many bytes of UTF-8; null when absent. */
    @Nullable
    String text(String name, int mostBytes);

    /** As {@link #text}; its absence is a fault. It may be empty. */
    String requiredText(String name, int mostBytes);

    /** A whole number in that range; null when absent. */
    @Nullable
    Integer whole(String name, int least, int most);

    /** A truth value; null when absent. */
    @Nullable
    Boolean flag(String name);

    /** Adds a fault. */
    void fault(String name, String problem);

    /**
     * Ends the request when there were faults.
     *
     * @throws dev.danamemory.model.InvalidInputException naming them
     */
    void check();
}
