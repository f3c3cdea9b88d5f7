package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.rules.LateHash;
import dev.danamemory.store.rules.WriterQueues;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What all calls of a process share. */
record StoreParts(
        Table table,
        ArchivedTurns archive,
        LateHash hash,
        NewIds ids,
        InstantSource clock,
        WriterQueues queues,
        AgentNames agents,
        Protocols protocols) {
    static StoreParts of(
            Table table, @Nullable TurnArchive archive, NewIds ids, InstantSource clock, Protocols protocols) {
        return new StoreParts(
                table,
                new ArchivedTurns(archive),
                new LateHash(),
                ids,
                clock,
                new WriterQueues(),
                new AgentNames(),
                protocols);
    }

    /** For one call. */
    Desk desk(Meter meter, Deadline deadline) {
        return protocols.desk(this, table.within(meter, deadline), archive.within(meter, deadline), deadline);
    }
}
