package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import java.util.Objects;
import java.util.Optional;

/**
 * Stores a turn by one conditional write of the head. A lost race or answer means: read again and look for the own turn
 * in all that was stored since the load, blocks included, before trying once more.
 */
class Appending {
    private final Desk desk;
    private final EntryKeeping keeping;
    private final Sealing sealing;
    private final Reading reading;

    Appending(Desk desk, EntryKeeping keeping, Sealing sealing, Reading reading) {
        this.desk = desk;
        this.keeping = keeping;
        this.sealing = sealing;
        this.reading = reading;
    }

    Append append(Conversation loaded, NewTurn turn, MemorySettings settings) {
        Attempt attempt = new Attempt(BlobState.of(loaded), turn, settings);
        ConversationKey key = loaded.header().key();
        return desk.settleInTurn(
                key,
                round -> round == 0
                        ? attempt.first()
                        : attempt.again(desk.heads().find(key)));
    }

    /**
     * The same for a turn id that the caller chose: a claim, written before the turn, tells a later call behind which
     * number to look for it.
     */
    Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings) {
        Head head = BlobState.of(loaded).head();
        long claimedAt = desk.contention().read(() -> desk.turnIds().claim(head.header(), turn.turnId()));
        long first = head.turns().isEmpty() ? claimedAt : Math.min(claimedAt, head.firstHot() - 1);
        return desk.contention()
                .read(() -> ownTurn(head, first, turn.turnId()))
                .<Append>map(stored -> new Append.Appended(stored, loaded, false))
                .orElseGet(() -> append(loaded, turn, settings));
    }

    /** Where this append's own turn stands among those after the load, if anywhere. */
    Optional<Turn> ownTurn(Head head, long loadedLast, String turnId) {
        Optional<Turn> hot = head.turns().stream()
                .filter(turn -> turn.turnNumber() > loadedLast && turn.turnId().equals(turnId))
                .findFirst();
        if (hot.isPresent() || head.firstHot() <= loadedLast + 1) {
            return hot;
        }
        return reading.there(head, loadedLast + 1, head.firstHot() - 1).stream()
                .filter(turn -> turn.turnId().equals(turnId))
                .findFirst();
    }

    /** Whether the id has not begun anew since. */
    boolean isSameBirth(ConversationHeader now, ConversationHeader loaded) {
        return now.birth().equals(loaded.birth());
    }

    /** Whether nothing was cleared since. */
    boolean isSameEpoch(ConversationHeader now, ConversationHeader loaded) {
        return now.epoch().equals(loaded.epoch());
    }

    /** One append with what its rounds know. */
    private final class Attempt {
        private final BlobState base;
        private final NewTurn turn;
        private final MemorySettings settings;
        // whether a write of ours may have taken without our knowing
        private boolean isUnsure;

        Attempt(BlobState base, NewTurn turn, MemorySettings settings) {
            this.base = base;
            this.turn = turn;
            this.settings = settings;
        }

        Optional<Append> first() {
            return store(base.head(), base.version());
        }

        Optional<Append> again(Found found) {
            if (!(found instanceof Found.Live live)
                    || !isSameBirth(live.head().header(), base.head().header())) {
                return Optional.of(new Append.Erased());
            }
            Head head = live.head();
            if (!isSameEpoch(head.header(), base.head().header())) {
                return Optional.of(new Append.Cleared());
            }
            Optional<Turn> own = ownTurn(head, base.head().header().lastTurn(), turn.turnId());
            if (own.isPresent()) {
                keeping.followIfPossible(head.header(), null);
                return Optional.of(
                        new Append.Appended(own.get(), desk.heads().conversation(head, live.version()), isUnsure));
            }
            return store(withNewerTouch(head), live.version());
        }

        // the touch before this append is known to nobody else yet
        private Head withNewerTouch(Head head) {
            Marks touched = base.head().marks();
            return touched.touchedAt().isAfter(head.marks().touchedAt())
                    ? head.withMarks(
                            head.marks().recorded(touched.touchedAt(), touched.entryVersion(), touched.entryTitle()))
                    : head;
        }

        private Optional<Append> store(Head head, String version) {
            boolean wasUnsure = isUnsure;
            isUnsure = true; // until there is an answer
            Optional<Append> stored = attempt(head, version);
            isUnsure = wasUnsure;
            return stored;
        }

        private Optional<Append> attempt(Head head, String version) {
            Head relieved = sealing.relieve(head, settings.window());
            Head next = NextHead.after(relieved, turn, settings, desk.clock().instant());
            boolean showsMore = showsMore(next.header(), head);
            Head written = showsMore ? next.withMarks(shownMore(next)) : next;
            if (!(desk.heads().put(written, new Condition.Match(version)) instanceof PutResult.Stored stored)) {
                return Optional.empty();
            }
            if (showsMore) {
                keeping.followIfPossible(written.header(), head.marks().entryVersion());
            }
            return Optional.of(new Append.Appended(
                    written.turns().getLast(), desk.heads().conversation(written, stored.version()), true));
        }

        // whether a list entry that follows the head so far would show something else now
        private static boolean showsMore(ConversationHeader next, Head head) {
            return !Objects.equals(next.shownTitle(), head.marks().entryTitle())
                    || !Objects.equals(next.agentId(), head.header().agentId())
                    || next.status() != head.header().status();
        }

        private Marks shownMore(Head next) {
            return next.marks()
                    .recorded(next.marks().touchedAt(), null, next.header().shownTitle());
        }
    }
}
