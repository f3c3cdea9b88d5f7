package dev.danamemory.blob;

import dev.danamemory.model.NewIds;
import java.time.InstantSource;

/**
 * What every protocol works with during one call.
 *
 * @param blobs counted for this call
 * @param queues shared by all calls of this process
 */
record Desk(
        Blobs blobs,
        Layout layout,
        Heads heads,
        Entries entries,
        Blocks blocks,
        Contention contention,
        WriterQueues queues,
        Sweeps sweeps,
        NewIds ids,
        InstantSource clock) {}
