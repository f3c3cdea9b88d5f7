package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;

/** A conversation that is about to begin. */
interface Draft {
    ConversationKey key();

    /** Names this creation. */
    String birth();

    /** The head under this generation and epoch. */
    Head head(long generation, String epoch);

    /** Writes what must be there before the head is; invisible until then. */
    default void prepare(Head head) {}

    /** Whether the list entry is to be hidden until the head is there. */
    default boolean isLong() {
        return false;
    }
}
