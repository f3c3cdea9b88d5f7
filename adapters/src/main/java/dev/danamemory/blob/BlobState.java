package dev.danamemory.blob;

import dev.danamemory.store.Conversation;

/** The head that a load found, to go on from. */
record BlobState(Head head, String version) implements Conversation.State {
    static BlobState of(Conversation loaded) {
        if (loaded.state() instanceof BlobState state) {
            return state;
        }
        throw new IllegalArgumentException("this conversation was loaded from another store");
    }
}
