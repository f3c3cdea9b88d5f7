package dev.danamemory.blob;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.TurnArchive;
import java.time.InstantSource;

/** Puts the parts of a call together. A test takes a rule out by overriding one of them. */
class Protocols {
    Desk desk(BlobParts parts, Blobs blobs, Deadline deadline) {
        Layout layout = parts.layout();
        NewIds ids = parts.ids();
        InstantSource clock = parts.clock();
        return new Desk(
                blobs,
                layout,
                heads(blobs, layout, ids, clock),
                new Entries(blobs, layout, ids),
                blocks(blobs, layout),
                new TurnIds(blobs, layout),
                new Contention(deadline),
                parts.queues(),
                sweeps(blobs, layout, parts.archive(), ids, clock),
                parts.archive(),
                new Tombstones(blobs, layout, parts.keyedHash(blobs)),
                ids,
                clock);
    }

    Heads heads(Blobs blobs, Layout layout, NewIds ids, InstantSource clock) {
        return new Heads(blobs, layout, ids, clock);
    }

    Blocks blocks(Blobs blobs, Layout layout) {
        return new Blocks(blobs, layout);
    }

    EntryKeeping keeping(Desk desk) {
        return new EntryKeeping(desk);
    }

    Sweeps sweeps(Blobs blobs, Layout layout, TurnArchive archive, NewIds ids, InstantSource clock) {
        return new Sweeps(blobs, layout, archive, ids, clock);
    }

    Appending appending(Desk desk) {
        return new Appending(desk, keeping(desk), sealing(desk), reading(desk));
    }

    Sealing sealing(Desk desk) {
        return new Sealing(desk.blocks());
    }

    Beginning beginning(Desk desk) {
        return new Beginning(desk, keeping(desk));
    }

    Importing importing(Desk desk) {
        return new Importing(desk, keeping(desk), beginning(desk));
    }

    Touching touching(Desk desk) {
        return new Touching(desk, keeping(desk));
    }

    Updating updating(Desk desk) {
        return new Updating(desk, keeping(desk));
    }

    Clearing clearing(Desk desk) {
        return new Clearing(desk, keeping(desk));
    }

    Erasing erasing(Desk desk) {
        return new Erasing(desk);
    }

    Archiving archiving(Desk desk) {
        return new Archiving(desk, reading(desk), idleness(desk));
    }

    Idleness idleness(Desk desk) {
        return new Idleness(desk);
    }

    UserErasing userErasing(Desk desk) {
        return new UserErasing(desk, erasing(desk), new OwnedKeys(desk));
    }

    LateSweep lateSweep(Desk desk) {
        return new LateSweep(desk, erasing(desk), new OwnedKeys(desk));
    }

    Redacting redacting(Desk desk) {
        return new Redacting(desk, keeping(desk), paging(desk), reading(desk));
    }

    Summarising summarising(Desk desk) {
        return new Summarising(desk, reading(desk));
    }

    Paging paging(Desk desk) {
        return new Paging(desk, reading(desk));
    }

    Reading reading(Desk desk) {
        return new Reading(desk.blocks(), desk.archive(), desk.layout());
    }
}
