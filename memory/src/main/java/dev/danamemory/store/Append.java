package dev.danamemory.store;

import dev.danamemory.model.Turn;

/** What became of an append. */
public sealed interface Append {
    /**
     * The turn is stored, once, by this attempt or an earlier one of the same turn id.
     *
     * @param turn as it is stored, with its number
     * @param conversation as it is with the turn; a next append may go on from it
     * @param isNew false when another call had stored a turn of that id before
     */
    record Appended(Turn turn, Conversation conversation, boolean isNew) implements Append {}

    /** The conversation was cleared since the load; nothing was stored. */
    record Cleared() implements Append {}

    /** The conversation was erased since the load, begun anew or not; nothing was stored. */
    record Erased() implements Append {}
}
