package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;

/** A conversation that is about to begin. */
interface Draft {
    ConversationKey key();

    /** Names this creation. */
    String birth();

    /** The conversation item under this generation and epoch. What must be there before it is written now. */
    Root begin(long generation, String epoch);

    /** Whether the directory entry is to be hidden until the conversation is there. */
    default boolean isLong() {
        return false;
    }
}
