package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.Optional;

/** Forgets a history: a fence ends its epoch, the conversation item moves on to the next, then the old ones are swept. */
class Clearing {
    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;

    Clearing(Desk desk, Finishing finishing, EntryKeeping keeping) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
    }

    Optional<Conversation> clear(ConversationKey key) {
        if (desk.contention().read(() -> desk.loading().load(key, 1)).isEmpty()) {
            return Optional.empty();
        }
        desk.contention().done(() -> desk.notes().announce(key, "clear"));
        String nonce = desk.ids().nonce();
        Optional<View> emptied = desk.settleInTurn(key, round -> {
            Optional<View> live = finishing.live(key, 1);
            return live.isEmpty() ? Optional.of(Optional.empty()) : attempt(live.get(), nonce);
        });
        return emptied.map(this::finish);
    }

    // the inner result is empty when there is nothing to clear, the outer one when somebody else ended the epoch
    private Optional<Optional<View>> attempt(View view, String nonce) {
        if (isOurs(view, nonce)) {
            return Optional.of(Optional.of(view)); // our answer was lost
        }
        desk.archive().requireFor(view);
        Instant now = desk.clock().instant();
        long generation = generation(view.root().generation(), now);
        finishing.close(view, new Fence(Fence.Purpose.CLEAR, Epoch.of(generation, nonce), generation, now));
        Optional<View> next = finishing.live(view.key(), 1);
        return next.filter(found -> isOurs(found, nonce)).isPresent() ? Optional.of(next) : Optional.empty();
    }

    private static boolean isOurs(View view, String nonce) {
        String epoch = view.root().epoch();
        return epoch.equals(Epoch.of(Epoch.generation(epoch).orElseThrow(), nonce));
    }

    /** The generation that follows. */
    long generation(long old, Instant now) {
        return Generations.after(old, now);
    }

    // what is left when time runs out is swept an hour later
    private Conversation finish(View view) {
        long over = Epoch.generation(view.root().epoch()).orElseThrow() - 1;
        desk.contention().done(() -> keeping.follow(view));
        desk.contention().read(() -> desk.sweeps().sweep(view.key(), over, desk.contention()));
        return desk.contention().read(() -> desk.loading().conversation(view));
    }
}
