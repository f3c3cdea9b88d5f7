package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.rules.WriterQueues;
import java.time.InstantSource;

/** What all calls of a process share. */
record StoreParts(
        Table table, LateHash hash, NewIds ids, InstantSource clock, WriterQueues queues, Protocols protocols) {
    /** For one call. */
    Desk desk(Meter meter, Deadline deadline) {
        return protocols.desk(table.within(meter, deadline), deadline, hash, queues, ids, clock);
    }
}
