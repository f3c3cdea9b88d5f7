package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.disk.StoreMaker;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Puts a store on blobs together that has a prefix. */
@FunctionalInterface
public interface BlobStoreMaker {
    /** As it is shipped. */
    BlobStoreMaker REAL =
            (blobs, prefix, clock) -> new BlobConversationStore(blobs, prefix, new NewIds(new SecureRandom()), clock);

    ConversationStore make(Blobs blobs, String prefix, InstantSource clock);

    /** What a maker makes that knows of no prefix. */
    static BlobStoreMaker of(StoreMaker maker) {
        return (blobs, prefix, clock) -> maker.make(new PrefixedBlobs(blobs, prefix), clock);
    }
}
