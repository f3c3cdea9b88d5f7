package dev.danamemory.blob;

import dev.danamemory.store.rules.Archived;
import java.time.Instant;
import java.util.Optional;

/** Takes the hold on a conversation's archives, and drops copies under it. */
record Holding(Desk desk) {
    /**
     * Takes it, unless somebody else has it or the epoch has ended.
     *
     * @param run names whoever takes it
     * @return the conversation as it is now
     */
    Optional<Head> take(Head known, String run) {
        return desk.settleInTurn(known.header().key(), round -> {
            Optional<Found.Live> live = live(known);
            if (live.isEmpty()) {
                return Optional.of(Optional.<Head>empty());
            }
            Head head = live.get().head();
            Archived archived = head.marks().archived();
            if (archived.isHeldBy(run)) {
                return Optional.of(Optional.of(head)); // the answer was lost
            }
            Instant now = desk.clock().instant();
            Archived.Hold other = archived.hold();
            if (other != null && other.isFresh(now)) {
                return Optional.of(Optional.<Head>empty());
            }
            Optional<Head> ours = put(live.get(), archived.heldBy(new Archived.Hold(run, now)));
            return ours.isPresent() ? Optional.of(ours) : Optional.empty();
        });
    }

    /** Deletes copies of turns that no one will ever read, provided that the hold is still that run's; then ends it. */
    void dropCopies(Head known, String run) {
        Optional<Found.Live> live = desk.contention().read(() -> live(known));
        if (live.isEmpty()) {
            desk.archive().dropBehind(known.header(), 0); // nothing is committed in an epoch that is over
            return;
        }
        Archived archived = live.get().head().marks().archived();
        if (archived.isHeldBy(run)) {
            desk.archive().dropBehind(known.header(), archived.through());
            giveBack(known, run);
        }
    }

    private void giveBack(Head known, String run) {
        desk.settleInTurn(known.header().key(), round -> {
            Optional<Found.Live> held =
                    live(known).filter(live -> live.head().marks().archived().isHeldBy(run));
            return held.isEmpty()
                    ? Optional.of(known)
                    : put(held.get(), held.get().head().marks().archived().released());
        });
    }

    private Optional<Head> put(Found.Live live, Archived next) {
        Head head = live.head().withMarks(live.head().marks().archived(next));
        return desk.heads().put(head, new Condition.Match(live.version())) instanceof PutResult.Stored
                ? Optional.of(head)
                : Optional.empty();
    }

    private Optional<Found.Live> live(Head known) {
        return desk.heads()
                .live(known.header())
                .filter(live ->
                        live.head().header().epoch().equals(known.header().epoch()));
    }
}
