package dev.danamemory.blob.disk;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.Blobs;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Puts a store on blobs together. */
@FunctionalInterface
public interface StoreMaker {
    /** As it is shipped. */
    StoreMaker REAL = (blobs, clock) -> new BlobConversationStore(blobs, "", new NewIds(new SecureRandom()), clock);

    ConversationStore make(Blobs blobs, InstantSource clock);
}
