package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forgets a history: the head moves to a new epoch at once, then the old ones are swept. */
class Clearing {
    private final Desk desk;
    private final EntryKeeping keeping;

    Clearing(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    Optional<Conversation> clear(ConversationKey key) {
        if (desk.contention().read(() -> desk.heads().live(key)).isEmpty()) {
            return Optional.empty();
        }
        desk.contention().done(() -> desk.sweeps().announce(key, "clear"));
        String nonce = desk.ids().nonce();
        Optional<Emptied> emptied = desk.settleInTurn(key, round -> {
            Optional<Found.Live> live = desk.heads().live(key);
            return live.isEmpty() ? Optional.of(Optional.empty()) : attempt(live.get(), nonce);
        });
        return emptied.map(this::finish);
    }

    /** A head in its new epoch, and the version that its list entry had before. */
    private record Emptied(
            Head head, String version, @Nullable String knownEntry) {}

    // the inner result is empty when there is nothing to clear, the outer one when the head changed under us
    private Optional<Optional<Emptied>> attempt(Found.Live live, String nonce) {
        ConversationHeader old = live.head().header();
        if (old.epoch().equals(Epoch.of(old.generation(), nonce))) {
            // our answer was lost
            return Optional.of(Optional.of(new Emptied(live.head(), live.version(), null)));
        }
        Instant now = desk.clock().instant();
        long generation = generation(old.generation(), now);
        ConversationHeader header = old.emptied(generation, Epoch.of(generation, nonce), InstantText.of(now));
        Marks before = live.head().marks();
        Marks marks = before.ofNewEpoch().recorded(now, null, header.shownTitle());
        Head next = new Head(header, List.of(), List.of(), marks, live.head().more());
        return desk.heads().put(next, new Condition.Match(live.version())) instanceof PutResult.Stored stored
                ? Optional.of(Optional.of(new Emptied(next, stored.version(), before.entryVersion())))
                : Optional.empty();
    }

    /** The generation that follows. */
    long generation(long old, Instant now) {
        return Generations.after(old, now);
    }

    // what is left when time runs out is swept an hour later
    private Conversation finish(Emptied emptied) {
        ConversationHeader header = emptied.head().header();
        long over = Epoch.generation(header.epoch()).orElseThrow() - 1;
        desk.contention().done(() -> keeping.follow(header, emptied.knownEntry()));
        var _ = desk.contention().read(() -> desk.sweeps().sweep(header.key(), over, desk.contention()));
        return desk.heads().conversation(emptied.head(), emptied.version());
    }
}
