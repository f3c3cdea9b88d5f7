package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.rules.Archived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves the turns that left a head to the archive: copies first, then the head says so on condition that nothing came
 * between, then the blocks are freed. A turn, a redaction or a clear that comes between wins, and the copies go again.
 */
class Archiving {
    private static final long LARGEST_RUN = 4L << 20;

    private final Desk desk;
    private final Reading reading;
    private final Idleness idleness;

    Archiving(Desk desk, Reading reading, Idleness idleness) {
        this.desk = desk;
        this.reading = reading;
        this.idleness = idleness;
    }

    Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        Optional<Found.Live> live = desk.contention().read(() -> desk.heads().live(key));
        if (live.isEmpty()) {
            return new Retirement.Absent();
        }
        Head head = live.get().head();
        if (!idleness.isIdle(head, idleBefore)) {
            return new Retirement.InUse();
        }
        long first = first(head);
        long last = Math.min(head.firstHot() - 1, head.header().lastTurn() - kept);
        return last < first ? label(head) : move(head, last);
    }

    private Retirement label(Head head) {
        if (!commit(head, head.marks().archived())) {
            return new Retirement.InUse();
        }
        desk.contention().settle(round -> follow(head.header()));
        return new Retirement.Done(0);
    }

    private Retirement move(Head head, long last) {
        desk.contention().done(() -> desk.sweeps().announce(head.header().key(), "archive"));
        String run = desk.ids().nonce();
        Holding holding = new Holding(desk);
        Optional<Head> held = holding.take(head, run);
        if (held.isEmpty()) {
            return new Retirement.InUse();
        }
        Archived next = held.get().marks().archived().moved(last);
        if (!isUnchanged(held.get(), head, last) || !isCopied(held.get(), next)) {
            holding.dropCopies(held.get(), run);
            return new Retirement.InUse();
        }
        desk.contention().settle(round -> follow(head.header()));
        desk.contention().done(() -> desk.blocks().freeTurns(head.header(), last));
        return new Retirement.Done(last - first(held.get()) + 1);
    }

    private static long first(Head head) {
        return Math.max(head.header().firstTurn(), head.marks().archivedThrough() + 1);
    }

    private boolean isCopied(Head held, Archived next) {
        try {
            copy(held, first(held), next.through());
        } catch (TurnsMovedException clearedOrErasedMeanwhile) {
            return false;
        }
        return commit(held, next);
    }

    private void copy(Head head, long first, long last) {
        long next = first;
        while (next <= last) {
            long from = next;
            long to = Math.min(last, from + BlobArchive.LONGEST - 1);
            List<Turn> run = desk.contention().read(() -> reading.forwards(head, from, to, LARGEST_RUN));
            desk.archive().store(head.header(), run);
            next = run.getLast().turnNumber() + 1;
        }
    }

    private boolean commit(Head copied, Archived moved) {
        return desk.settleInTurn(copied.header().key(), round -> {
            Optional<Found.Live> live = desk.heads().live(copied.header());
            if (live.isEmpty() || !isUnchanged(live.get().head(), copied, moved.through())) {
                return Optional.of(false);
            }
            Head head = live.get().head();
            Head next = head.withHeader(head.header().withStatus(ConversationStatus.ARCHIVED))
                    .withMarks(head.marks().archived(moved));
            if (next.equals(head)) {
                return Optional.of(true); // the answer was lost
            }
            if (!head.marks().archived().equals(copied.marks().archived())) {
                return Optional.of(false); // the hold went to somebody else
            }
            return desk.heads().put(next, new Condition.Match(live.get().version())) instanceof PutResult.Stored
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    /** Whether nothing came that the copies do not hold, or this very commit is there already. */
    boolean isUnchanged(Head now, Head copied, long through) {
        ConversationHeader header = now.header();
        return header.epoch().equals(copied.header().epoch())
                && header.generation() == copied.header().generation()
                && header.lastTurn() == copied.header().lastTurn()
                && now.marks().archivedThrough() <= through;
    }

    // the entry keeps its time: a list is ordered by use, and deleting counts from it
    private Optional<Boolean> follow(ConversationHeader known) {
        EntryState state = desk.entries().look(known.key());
        Optional<Found.Live> live = desk.heads().live(known);
        if (live.isEmpty() || !(state instanceof EntryState.Live entry)) {
            return Optional.of(false);
        }
        ConversationHeader header = live.get().head().header();
        ListEntry next = ListEntry.of(header, entry.entry().shown().updatedAt());
        boolean isThere = next.equals(entry.entry())
                || desk.entries().put(header.key(), next, new Condition.Match(entry.version()))
                        instanceof PutResult.Stored;
        return isThere ? Optional.of(true) : Optional.empty();
    }
}
