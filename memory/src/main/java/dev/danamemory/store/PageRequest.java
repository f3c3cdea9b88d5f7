package dev.danamemory.store;

/**
 * Which turns to read. A page ends early at {@code maxBytes} (of texts and metadata, about), and holds at least one turn.
 */
public sealed interface PageRequest {
    /** Numbers a page may hold, at least 1. */
    int limit();

    /** About how many bytes a page may hold. */
    long maxBytes();

    /** Those that follow a number; 0 begins at the first. */
    record After(long number, int limit, long maxBytes) implements PageRequest {}

    /** Those just before a number; {@link Long#MAX_VALUE} is the newest. */
    record Before(long number, int limit, long maxBytes) implements PageRequest {}
}
