package dev.danamemory.blob;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Meter;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.rules.LateHash;
import dev.danamemory.store.rules.WriterQueues;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What store and upkeep are built of.
 *
 * @param archive where turns go that nobody has asked for lately
 * @param hash with the store's own key
 * @param queues shared by all calls of this process
 */
record BlobParts(
        Blobs blobs,
        Layout layout,
        TurnArchive archive,
        LateHash hash,
        NewIds ids,
        InstantSource clock,
        WriterQueues queues,
        Protocols protocols) {
    BlobParts within(Meter meter, Deadline until) {
        return new BlobParts(
                new MeteredBlobs(blobs, meter),
                layout,
                archive.within(meter, until),
                hash,
                ids,
                clock,
                queues,
                protocols);
    }

    /** The hash with the key that these blobs keep. */
    Supplier<KeyedHash> keyedHash(Blobs from) {
        return hash.orRead(() -> StoredKeyHash.read(from, layout.prefix(), new SecureRandom()));
    }

    /** For one call. */
    Desk desk(Deadline until) {
        Blobs limited = blobs.within(until);
        return protocols.desk(this, limited, until);
    }
}
