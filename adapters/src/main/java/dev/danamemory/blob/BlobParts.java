package dev.danamemory.blob;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.TurnArchive;
import java.time.InstantSource;

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

    /** For one call. */
    Desk desk(Deadline until) {
        Blobs limited = blobs.within(until);
        return protocols.desk(this, limited, until);
    }
}
