package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Retirement;
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
        long first = Math.max(head.header().firstTurn(), head.marks().archivedThrough() + 1);
        long last = Math.min(head.firstHot() - 1, head.header().lastTurn() - kept);
        if (first <= last) {
            desk.contention().done(() -> desk.sweeps().announce(key, "archive"));
            copy(head, first, last);
        }
        long through = Math.max(head.marks().archivedThrough(), last);
        if (!commit(head, through)) {
            dropCopies(head.header());
            return new Retirement.InUse();
        }
        desk.contention().settle(round -> follow(head.header()));
        desk.contention().done(() -> desk.blocks().freeTurns(head.header(), through));
        return new Retirement.Done(Math.max(0, last - first + 1));
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

    private boolean commit(Head copied, long through) {
        return desk.settleInTurn(copied.header().key(), round -> {
            Optional<Found.Live> live = desk.heads().live(copied.header());
            if (live.isEmpty() || !isUnchanged(live.get().head(), copied, through)) {
                return Optional.of(false);
            }
            Head head = live.get().head();
            Head next = head.withHeader(head.header().withStatus(ConversationStatus.ARCHIVED))
                    .withMarks(head.marks().archived(through));
            boolean isStored = next.equals(head)
                    || desk.heads().put(next, new Condition.Match(live.get().version())) instanceof PutResult.Stored;
            return isStored ? Optional.of(true) : Optional.empty();
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

    private void dropCopies(ConversationHeader copied) {
        Optional<Found.Live> live = desk.contention().read(() -> desk.heads().live(copied.key()));
        long through = live.map(Found.Live::head)
                .filter(head -> head.header().epoch().equals(copied.epoch()))
                .map(head -> head.marks().archivedThrough())
                .orElse(0L);
        desk.archive().dropBehind(copied, through);
    }
}
