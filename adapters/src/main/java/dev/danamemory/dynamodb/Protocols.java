package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Puts the parts of a call together. A test takes a rule out by overriding one of them. */
class Protocols {
    /** @param table and the archive are those of this call */
    Desk desk(StoreParts parts, Table table, ArchivedTurns archive, Deadline deadline) {
        NewIds ids = parts.ids();
        InstantSource clock = parts.clock();
        Contention contention = new Contention(deadline);
        Supplier<KeyedHash> hash = parts.hash().orRead(() -> TableKeyHash.read(table, new SecureRandom(), contention));
        Looking looking = looking(table);
        Bodies bodies = new Bodies(table, ids, clock);
        Turns turns = new Turns(bodies);
        Summaries summaries = new Summaries(table, bodies);
        return new Desk(
                table,
                archive,
                looking,
                bodies,
                turns,
                summaries,
                new Loading(looking, turns, summaries, clock),
                sweeps(table, archive, clock),
                new SweepNotes(table, ids, clock),
                new Tombstones(table, hash),
                hash,
                contention,
                parts.queues(),
                parts.agents(),
                ids,
                clock);
    }

    Looking looking(Table table) {
        return new Looking(table);
    }

    Sweeps sweeps(Table table, ArchivedTurns archive, InstantSource clock) {
        return new Sweeps(table, archive, clock);
    }

    EntryKeeping keeping(Desk desk) {
        return new EntryKeeping(desk);
    }

    Finishing finishing(Desk desk) {
        return new Finishing(desk, keeping(desk));
    }

    Reading reading(Desk desk) {
        return new Reading(desk.table(), desk.turns(), desk.archive());
    }

    Appending appending(Desk desk) {
        return new Appending(desk, finishing(desk), new Settling(desk, keeping(desk)), reading(desk));
    }

    Beginning beginning(Desk desk) {
        return new Beginning(desk, finishing(desk), keeping(desk), erasing(desk));
    }

    Creating creating(Desk desk) {
        return new Creating(desk, beginning(desk));
    }

    Importing importing(Desk desk) {
        return new Importing(desk, beginning(desk), keeping(desk));
    }

    Touching touching(Desk desk) {
        return new Touching(desk, finishing(desk), keeping(desk));
    }

    Updating updating(Desk desk) {
        return new Updating(desk, finishing(desk), keeping(desk));
    }

    Clearing clearing(Desk desk) {
        return new Clearing(desk, finishing(desk), keeping(desk));
    }

    Erasing erasing(Desk desk) {
        return new Erasing(desk, finishing(desk));
    }

    UserErasing userErasing(Desk desk) {
        return new UserErasing(desk, erasing(desk), new OwnedKeys(desk.table()));
    }

    Summarising summarising(Desk desk) {
        return new Summarising(desk, finishing(desk), reading(desk));
    }

    Redacting redacting(Desk desk) {
        return new Redacting(desk, finishing(desk), keeping(desk), paging(desk), reading(desk));
    }

    Paging paging(Desk desk) {
        return new Paging(desk, reading(desk));
    }

    KeyClaims claims(Desk desk) {
        return new KeyClaims(desk.table(), desk.contention(), desk.ids(), desk.clock());
    }

    Listing listing(Desk desk) {
        return new Listing(desk.table(), desk.looking());
    }

    Idleness idleness(Desk desk) {
        return new Idleness(desk.table());
    }

    Archiving archiving(Desk desk) {
        return new Archiving(desk, finishing(desk), keeping(desk), reading(desk), idleness(desk));
    }

    Deleting deleting(Desk desk) {
        return new Deleting(desk, finishing(desk), erasing(desk), idleness(desk));
    }

    LateSweep lateSweep(Desk desk) {
        return new LateSweep(desk, finishing(desk), erasing(desk));
    }
}
