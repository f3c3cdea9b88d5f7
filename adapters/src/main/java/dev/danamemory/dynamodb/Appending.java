package dev.danamemory.dynamodb;

import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores a turn by one put in the place behind the last one, on condition that nothing stands there. What stands there is
 * told with the refusal: the own turn, whose answer got lost; another's, and the next place is tried; or the end of the
 * epoch.
 */
class Appending {
    private static final Duration OLDEST_LOAD = Duration.ofMinutes(10);

    private final Desk desk;
    private final Finishing finishing;
    private final Settling settling;
    private final Reading reading;

    Appending(Desk desk, Finishing finishing, Settling settling, Reading reading) {
        this.desk = desk;
        this.finishing = finishing;
        this.settling = settling;
        this.reading = reading;
    }

    Append append(Conversation loaded, NewTurn turn, MemorySettings settings) {
        Attempt attempt = new Attempt(desk, this, loaded, turn, settings);
        return desk.settleInTurn(loaded.header().key(), round -> attempt.round());
    }

    /**
     * The same for a turn id that the caller chose: a claim, written before the turn, tells a later call behind which
     * number to look for it.
     */
    Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings) {
        long claimedAt = desk.contention().read(() -> new TurnIds(desk.table()).claim(loaded.header(), turn.turnId()));
        long first = Math.min(claimedAt, firstThere(loaded) - 1);
        return storedAfter(loaded, first, turn.turnId())
                .<Append>map(stored -> new Append.Appended(stored, loaded, false))
                .orElseGet(() -> append(loaded, turn, settings));
    }

    private static long firstThere(Conversation loaded) {
        return loaded.lastTurn() - loaded.turns().size() + 1;
    }

    /** The turn of that id among those that were loaded and stand behind a number. */
    Optional<Turn> storedAfter(Conversation loaded, long number, String turnId) {
        long firstThere = firstThere(loaded);
        return loaded.turns().stream()
                .filter(turn -> turn.turnNumber() > number && turn.turnId().equals(turnId))
                .findFirst()
                .or(() -> new Following(desk, loaded)
                        .read(view -> find(view, number + 1, firstThere - 1, turnId))
                        .flatMap(found -> found));
    }

    /** Whether an earlier try of this turn stands there. */
    boolean isOwn(Slot.One there, NewTurn turn) {
        return there.turnId().equals(turn.turnId());
    }

    /** An append's own turn among these, if it is there. */
    Optional<Turn> find(View view, long from, long to, String turnId) {
        return reading.find(view, Math.max(from, view.root().history().log().first()), to, turnId);
    }

    /** The conversation with nothing left half done, or nothing. */
    Optional<View> finished(ConversationHeader header) {
        return finishing.live(header.key(), 1);
    }

    /** Whether a load is so old that places behind it may have been freed. */
    boolean isTooOld(Instant loadedAt, Instant now) {
        return !loadedAt.plus(OLDEST_LOAD).isAfter(now);
    }

    /** Whether the id has not begun anew since. */
    boolean isSameBirth(View now, ConversationHeader loaded) {
        return now.root().birth().equals(loaded.birth());
    }

    /** Whether nothing was cleared since. */
    boolean isSameEpoch(View now, ConversationHeader loaded) {
        return now.root().epoch().equals(loaded.epoch());
    }

    /** Writes what a turn has told besides; the turn is stored already. */
    View settled(View view) {
        return settling.settleIfPossible(view);
    }
}
