package dev.danamemory.dynamodb;

import dev.danamemory.store.rules.Archived;
import java.util.Optional;

/** Takes the hold on a conversation's archives and gives it back. */
record Holding(Desk desk) {
    /** What became of taking it. */
    sealed interface Taken {
        /** It is ours; the conversation as it is now. */
        record Ours(View view) implements Taken {}

        /** Somebody else has it, or the epoch has ended. */
        record Not() implements Taken {}
    }

    /** @param nonce names whoever takes it */
    Taken take(View known, String nonce) {
        return desk.contention().settle(round -> {
            Optional<View> live = live(known);
            if (live.isEmpty()) {
                return Optional.of(new Taken.Not());
            }
            Archived archived = live.get().root().history().archived();
            if (archived.isHeldBy(nonce)) {
                return Optional.of(new Taken.Ours(live.get())); // the answer was lost
            }
            var now = desk.clock().instant();
            Archived.Hold other = archived.hold();
            if (other != null && other.isFresh(now)) {
                return Optional.of(new Taken.Not());
            }
            return changed(live.get(), archived.heldBy(new Archived.Hold(nonce, now)))
                    .map(Taken.Ours::new);
        });
    }

    /** Deletes copies of turns that no one will ever read, provided that the hold is still ours; then gives it back. */
    void dropCopies(View known, String nonce) {
        Optional<View> live = desk.contention().read(() -> live(known));
        if (live.isEmpty()) {
            desk.archive().dropBehind(known.header(), 0); // nothing is committed in an epoch that is over
            return;
        }
        Archived archived = live.get().root().history().archived();
        if (archived.isHeldBy(nonce)) {
            desk.archive().dropBehind(known.header(), archived.through());
            giveBack(known, nonce);
        }
    }

    private void giveBack(View known, String nonce) {
        desk.contention().settle(round -> {
            Optional<View> held =
                    live(known).filter(view -> view.root().history().archived().isHeldBy(nonce));
            return held.isEmpty()
                    ? Optional.of(known)
                    : changed(held.get(), held.get().root().history().archived().released());
        });
    }

    private Optional<View> changed(View view, Archived next) {
        Root root = view.root().next(next);
        return desk.replace(view.key(), root, view.root().revision()) ? Optional.of(view.with(root)) : Optional.empty();
    }

    private Optional<View> live(View known) {
        return desk.looking()
                .live(known.header())
                .filter(view -> view.pending() == null
                        && view.root().epoch().equals(known.root().epoch()));
    }
}
