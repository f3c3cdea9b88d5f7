package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.rules.WriterQueues;
import java.time.InstantSource;

/** Puts the parts of a call together. A test takes a rule out by overriding one of them. */
class Protocols {
    Desk desk(Table table, Deadline deadline, LateHash hash, WriterQueues queues, NewIds ids, InstantSource clock) {
        Contention contention = new Contention(deadline);
        Looking looking = looking(table);
        Bodies bodies = new Bodies(table, ids);
        Turns turns = new Turns(bodies);
        Summaries summaries = new Summaries(table, bodies);
        return new Desk(
                table,
                looking,
                bodies,
                turns,
                summaries,
                new Loading(looking, turns, summaries, clock),
                sweeps(table, ids, clock),
                new Tombstones(table, hash.from(table, contention)),
                contention,
                queues,
                ids,
                clock);
    }

    Looking looking(Table table) {
        return new Looking(table);
    }

    Sweeps sweeps(Table table, NewIds ids, InstantSource clock) {
        return new Sweeps(table, ids, clock);
    }

    EntryKeeping keeping(Desk desk) {
        return new EntryKeeping(desk);
    }

    Finishing finishing(Desk desk) {
        return new Finishing(desk, keeping(desk));
    }

    Reading reading(Desk desk) {
        return new Reading(desk.table(), desk.turns());
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
        return new KeyClaims(desk.table(), desk.ids(), desk.clock());
    }

    Listing listing(Desk desk) {
        return new Listing(desk.table(), desk.looking());
    }
}
