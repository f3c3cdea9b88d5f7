package dev.danamemory.store;

/** What became of a creation. */
public sealed interface Creation {
    /** The conversation is new and has no turns. */
    record Created(Conversation conversation) implements Creation {}

    /** The id was taken; nothing changed. */
    record Exists(Conversation conversation) implements Creation {}
}
