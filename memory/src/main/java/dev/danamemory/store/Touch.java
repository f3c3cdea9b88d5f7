package dev.danamemory.store;

/** What became of a touch. */
public sealed interface Touch {
    /** Activity is recorded, or was recent enough; go on from this. */
    record Current(Conversation conversation) implements Touch {}

    /** The conversation was erased since the load. */
    record Gone() implements Touch {}
}
