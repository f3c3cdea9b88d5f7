package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.SweepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Follows the notes that are due: an hour after a clear, an erase, an import, a redaction or an archive the last late
 * write has come in, and what it brought goes too, as do the fences, keepers and stubs that were there to meet it.
 */
class LateSweep {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Desk desk;
    private final Finishing finishing;
    private final Erasing erasing;

    LateSweep(Desk desk, Finishing finishing, Erasing erasing) {
        this.desk = desk;
        this.finishing = finishing;
        this.erasing = erasing;
    }

    SweepRun run() {
        return run(0, 1);
    }

    /** One of several parts of a run; each begins with another shard, so that none is always the last. */
    SweepRun run(int part, int parts) {
        long swept = 0;
        long failed = 0;
        for (int shard = 0; shard < Keys.SWEEP_SHARDS; shard++) {
            int from = (shard + part) % Keys.SWEEP_SHARDS;
            for (Item note : desk.contention().read(() -> desk.notes().due(from))) {
                if (Math.floorMod(note.key().sort().hashCode(), parts) != part) {
                    continue;
                }
                if (!desk.contention().hasTime()) {
                    return new SweepRun(swept, failed, false);
                }
                if (isFollowed(note)) {
                    swept++;
                } else {
                    failed++; // the note stays, the next run tries again
                }
            }
        }
        return new SweepRun(swept, failed, true);
    }

    private boolean isFollowed(Item item) {
        try {
            SweepNote note = read(item);
            for (ConversationKey key : keys(note)) {
                sweep(key, note);
                desk.archive().forgetVersions(key);
            }
            desk.contention().done(() -> desk.notes().remove(item.key()));
            return true;
        } catch (StoredDataUnreadableException | StoreUnavailableException problem) {
            return false;
        }
    }

    private static SweepNote read(Item item) {
        try {
            return SweepNote.of(item);
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
    }

    private List<ConversationKey> keys(SweepNote note) {
        String id = note.conversationId();
        return id == null
                ? desk.contention().read(() -> new OwnedKeys(desk.table()).all(note.user()))
                : List.of(new ConversationKey(note.user(), id));
    }

    private void sweep(ConversationKey key, SweepNote note) {
        switch (desk.contention().read(() -> finishing.finished(key, 1))) {
            case Found.None _ -> sweepWithoutRoot(key);
            case Found.Erased(Stub stub) -> end(key, stub);
            case Found.Live(View view) -> sweepBehind(view, note);
            // its owner may erase it; nothing is known of it
            case Found.Damaged _, Found.Ending _ -> {}
        }
    }

    // an import or a creation that broke off an hour ago, or the rest of what was erased
    private void sweepWithoutRoot(ConversationKey key) {
        Instant before = desk.clock().instant().minus(Sweeps.SETTLED);
        boolean isOld = desk.contention()
                .read(() -> desk.table()
                        .get(Keys.entry(key))
                        .filter(entry -> !EntryItem.activeAt(entry).isAfter(before))
                        .isPresent());
        if (isOld) {
            desk.contention().done(() -> new Stubs(desk).remove(Keys.entry(key)));
            erasing.markBroken(key).ifPresent(stub -> end(key, stub));
        }
        require(desk.contention()
                .read(() -> desk.sweeps().sweep(key, before.toEpochMilli(), desk.contention()))
                .isPresent());
    }

    private void end(ConversationKey key, Stub stub) {
        new Stubs(desk).hideEntry(key, stub);
        require(erasing.finish(key, stub).isPresent());
        Instant now = desk.clock().instant();
        if (!stub.isOld(now)) {
            // there is more to come; mostly its own note says so too
            desk.contention().done(() -> desk.notes().announce(key, "erase"));
            return;
        }
        desk.contention().done(() -> desk.tombstones().erased(key, stub.generation(), now));
        desk.contention().done(() -> {
            new Stubs(desk).remove(Keys.root(key));
            new Stubs(desk).remove(Keys.entry(key));
        });
    }

    private void sweepBehind(View view, SweepNote note) {
        require(desk.contention().read(() -> desk.sweeps().sweepAround(view, desk.contention())));
        long archived = view.root().history().archived().through();
        if (archived > 0) {
            require(desk.contention()
                    .read(() -> desk.sweeps().free(view.key(), view.root().epoch(), archived, desk.contention())));
        }
        dropCopies(view);
        SweepNote.Redacted redacted = note.redacted();
        if (redacted != null && redacted.epoch().equals(view.root().epoch())) {
            desk.archive().redact(view, redacted.number());
        }
        require(desk.contention().read(() -> new Orphans(desk, view).remove()));
    }

    void dropCopies(View view) {
        new LateCopies(desk, view).drop();
    }

    private static void require(boolean isSwept) {
        if (!isSwept) {
            throw new StoreUnavailableException("time ran out", RETRY_AFTER, null);
        }
    }
}
