package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.SweepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the notes that are due: an hour after a clear, an erase, an import, a redaction or an archive the last late
 * write has come in, and what it brought goes too. Then removes what is out of date.
 */
class LateSweep {
    private static final Duration TOMBSTONES = Duration.ofHours(25);
    private static final Duration CLAIMS = Duration.ofDays(2);

    private final Desk desk;
    private final Erasing erasing;
    private final OwnedKeys owned;

    LateSweep(Desk desk, Erasing erasing, OwnedKeys owned) {
        this.desk = desk;
        this.erasing = erasing;
        this.owned = owned;
    }

    SweepRun run() {
        return run(0, 1);
    }

    /** One of several parts of a run. */
    SweepRun run(int part, int parts) {
        Instant now = desk.clock().instant();
        long swept = 0;
        long failed = 0;
        for (SweepName name : desk.contention().read(() -> due(now, part, parts))) {
            if (!desk.contention().hasTime()) {
                return new SweepRun(swept, failed, false);
            }
            try {
                follow(name);
                swept++;
            } catch (StoredDataUnreadableException | StoreUnavailableException problem) {
                failed++; // the note stays, the next run tries again
            }
        }
        return new SweepRun(swept, failed, part > 0 || removeOutdated(now));
    }

    private List<SweepName> due(Instant now, int part, int parts) {
        List<SweepName> due = new ArrayList<>();
        for (BlobEntry entry : desk.blobs().listAll(desk.layout().sweeps(), "")) {
            SweepName.of(entry)
                    .filter(name -> name.isDue(now) && name.isOfPart(part, parts))
                    .ifPresent(due::add);
        }
        return due;
    }

    private void follow(SweepName name) {
        if (!name.isPostponement()) {
            Optional<Blob> blob = desk.contention().read(() -> desk.blobs().get(name.key()));
            blob.ifPresent(note -> follow(read(name.key(), note.bytes())));
        }
        desk.contention().done(() -> desk.blobs().remove(name.key()));
    }

    private static SweepNote read(String key, byte[] bytes) {
        try {
            return SweepNote.read(bytes);
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }

    private void follow(SweepNote note) {
        String id = note.conversationId();
        List<ConversationKey> keys =
                id == null ? desk.contention().read(() -> owned.all(note.user())) : List.of(note.key(id));
        for (ConversationKey key : keys) {
            sweep(key, note);
        }
    }

    private void sweep(ConversationKey key, SweepNote note) {
        switch (desk.contention().read(() -> desk.heads().look(key))) {
            case Found.None none -> sweepWithoutHead(key, note);
            case Found.Erased erased -> end(key, erased.stub());
            case Found.Live live -> sweepBehind(live.head(), note);
            case Found.Damaged damaged -> {
                return; // its owner may erase it, or bring an older version back
            }
        }
        forgetVersions(key);
    }

    // an import that broke off, or a creation: whatever of it came before the note
    private void sweepWithoutHead(ConversationKey key, SweepNote note) {
        boolean isEntered = desk.contention().read(() -> desk.entries().look(key)) instanceof EntryState.Live live
                && !live.entry().activity().isAfter(desk.clock().instant().minus(Sweeps.SETTLED));
        if (isEntered && erasing.mark(key, head -> true) instanceof Marking.Marked marked) {
            removeStub(key, marked.stub());
        } else {
            require(sweepThrough(key, Sweeps.begunBy(note.announced())));
        }
    }

    private void end(ConversationKey key, Stub stub) {
        if (stub.isOld(desk.clock().instant())) {
            removeStub(key, stub);
        } else {
            // another protocol's note: what was on its way when this erase began may still come
            require(erasing.finish(key, stub).isPresent());
            desk.contention().done(() -> desk.sweeps().announce(key, "erase"));
        }
    }

    private void removeStub(ConversationKey key, Stub stub) {
        require(erasing.finish(key, stub).isPresent());
        desk.contention()
                .done(() -> desk.tombstones()
                        .erased(key, stub.generation(), desk.clock().instant()));
        desk.contention().done(() -> {
            if (desk.entries().look(key) instanceof EntryState.Erased entry) {
                desk.blobs().delete(desk.layout().entry(key), entry.version());
            }
            if (desk.heads().look(key) instanceof Found.Erased head) {
                desk.blobs().delete(desk.layout().head(key), head.version());
            }
        });
    }

    private void sweepBehind(Head head, SweepNote note) {
        ConversationHeader header = head.header();
        require(desk.contention().read(() -> desk.sweeps().sweepBeside(header, note.announced(), desk.contention())));
        long archived = head.marks().archivedThrough();
        desk.contention().done(() -> desk.blocks().freeTurns(header, archived));
        dropCopies(head);
        Long redacted = note.turnNumber();
        if (redacted != null && header.epoch().equals(note.epoch())) {
            desk.contention().done(() -> desk.blocks().redactTurn(header, redacted));
            desk.archive().redact(header, redacted);
        }
    }

    // copies that came to nothing, unless somebody is about to rely on them
    void dropCopies(Head head) {
        if (!hasCopiesBehind(head)) {
            return;
        }
        String run = desk.ids().nonce();
        Holding holding = new Holding(desk);
        Optional<Head> held = holding.take(head, run);
        if (held.isPresent()) {
            holding.dropCopies(held.get(), run);
        } else {
            // whoever is at it may die: then they are still there in an hour
            desk.contention().done(() -> desk.sweeps().announce(head.header().key(), "archive"));
        }
    }

    private boolean hasCopiesBehind(Head head) {
        try {
            return !desk.archive()
                    .turns(
                            head.header(),
                            head.marks().archivedThrough() + 1,
                            head.header().lastTurn())
                    .isEmpty();
        } catch (StoredDataUnreadableException damaged) {
            return true;
        }
    }

    private boolean sweepThrough(ConversationKey key, long generation) {
        return desk.contention()
                .read(() -> desk.sweeps().sweep(key, generation, desk.contention()))
                .isPresent();
    }

    private static void require(boolean isSwept) {
        if (!isSwept) {
            throw new StoreUnavailableException("time ran out", Duration.ofSeconds(1), null);
        }
    }

    private void forgetVersions(ConversationKey key) {
        desk.contention().done(() -> {
            desk.blobs().forgetVersions(desk.layout().head(key));
            desk.blobs().forgetVersions(desk.layout().entry(key));
            desk.layout().epochs(key).forEach(desk.blobs()::forgetVersions);
        });
        desk.archive().forgetVersions(key);
    }

    private boolean removeOutdated(Instant now) {
        return remove(desk.layout().tombstones(), now.minus(TOMBSTONES))
                && remove(desk.layout().allOf("idempotency"), now.minus(CLAIMS));
    }

    private boolean remove(String folder, Instant before) {
        for (BlobEntry entry : desk.contention().read(() -> desk.blobs().listAll(folder, ""))) {
            if (entry.modified().isBefore(before)) {
                if (!desk.contention().hasTime()) {
                    return false;
                }
                desk.contention().done(() -> desk.blobs().remove(entry.key()));
            }
        }
        return true;
    }
}
