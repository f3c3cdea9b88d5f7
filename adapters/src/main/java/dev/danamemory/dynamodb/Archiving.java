package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.rules.Archived;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves turns to the archive: copies first, then the conversation item says so on condition that nothing came between,
 * then their places are freed. A turn, a redaction or a clear that comes between wins, and the copies go again.
 */
class Archiving {
    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;
    private final Reading reading;
    private final Idleness idleness;

    Archiving(Desk desk, Finishing finishing, EntryKeeping keeping, Reading reading, Idleness idleness) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
        this.reading = reading;
        this.idleness = idleness;
    }

    Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        if (!desk.archive().isThere()) {
            throw new IllegalStateException("this store has no archive");
        }
        Optional<View> live = desk.contention().read(() -> finishing.live(key, 1));
        if (live.isEmpty()) {
            return new Retirement.Absent();
        }
        View view = live.get();
        if (!desk.contention().read(() -> idleness.isIdle(view, idleBefore))) {
            return new Retirement.InUse();
        }
        long last = view.lastTurn() - kept;
        return last < first(view) ? label(view) : move(view, last);
    }

    private static long first(View view) {
        History history = view.root().history();
        return Math.max(history.log().first(), history.archived().through() + 1);
    }

    private Retirement label(View view) {
        if (!commit(view, view.root().history().archived())) {
            return new Retirement.InUse();
        }
        desk.contention().done(() -> keeping.relabel(view.header()));
        return new Retirement.Done(0);
    }

    private Retirement move(View view, long last) {
        desk.contention().done(() -> desk.notes().announce(view.key(), "archive"));
        String nonce = desk.ids().nonce();
        return switch (new Holding(desk).take(view, nonce)) {
            case Holding.Taken.Not _ -> new Retirement.InUse();
            case Holding.Taken.Ours(View held) ->
                isUnchanged(held, view) ? move(held, last, nonce) : giveUp(held, nonce);
        };
    }

    private Retirement move(View held, long last, String nonce) {
        long first = first(held);
        long through = new ArchiveCopy(desk, reading, held).copy(first, last);
        if (!commit(held, held.root().history().archived().moved(through))) {
            return giveUp(held, nonce);
        }
        desk.contention().done(() -> keeping.relabel(held.header()));
        free(held, through);
        return new Retirement.Done(through - first + 1);
    }

    private Retirement giveUp(View held, String nonce) {
        new Holding(desk).dropCopies(held, nonce);
        return new Retirement.InUse();
    }

    // what is left when time runs out is swept an hour later
    private void free(View view, long through) {
        desk.contention().read(() -> desk.sweeps().free(view.key(), view.root().epoch(), through, desk.contention()));
    }

    private boolean commit(View copied, Archived next) {
        return desk.settleInTurn(copied.key(), round -> {
            Optional<View> live = finishing
                    .live(copied.key(), 1)
                    .filter(view -> view.root().birth().equals(copied.root().birth()));
            if (live.isEmpty()) {
                return Optional.of(false);
            }
            View now = live.get();
            Archived archived = now.root().history().archived();
            if (isMoved(now, copied) && archived.equals(next)) {
                return Optional.of(true); // the answer was lost
            }
            if (!archived.equals(copied.root().history().archived()) || !isUnchanged(now, copied)) {
                return Optional.of(false);
            }
            return desk.replace(now.key(), archived(now, next), now.root().revision())
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private static boolean isMoved(View now, View copied) {
        return now.root().epoch().equals(copied.root().epoch())
                && now.root().labels().status() == ConversationStatus.ARCHIVED;
    }

    // up to the last turn that is seen here: one that comes now makes the conversation active
    private static Root archived(View now, Archived next) {
        ConversationHeader header = now.header();
        Root root = now.root();
        return root.next(
                        root.labels().told(header).with(ConversationStatus.ARCHIVED),
                        root.times().labelled(header.updatedAt(), now.lastTurn()))
                .with(root.history().with(next));
    }

    /** Whether nothing came that the copies do not hold. */
    boolean isUnchanged(View now, View copied) {
        return now.root().epoch().equals(copied.root().epoch())
                && now.root().generation() == copied.root().generation()
                && now.lastTurn() == copied.lastTurn();
    }
}
