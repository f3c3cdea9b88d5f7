package dev.danamemory.store;

/** Names one turn of a conversation. */
public sealed interface TurnRef {
    /** By its number. */
    record ByNumber(long number) implements TurnRef {}

    /** By its id. */
    record ById(String turnId) implements TurnRef {}
}
