package dev.danamemory.dynamodb;

import dev.danamemory.store.Conversation;
import java.time.Instant;

/**
 * What a load found, to go on from.
 *
 * @param touchedAt when the directory last recorded activity
 * @param isCertain false where the conversation may have been erased already, which an append has to find out first
 */
record DynamoState(View view, Instant touchedAt, boolean isCertain) implements Conversation.State {
    static DynamoState of(Conversation loaded) {
        if (loaded.state() instanceof DynamoState state) {
            return state;
        }
        throw new IllegalArgumentException("this conversation was loaded from another store");
    }
}
