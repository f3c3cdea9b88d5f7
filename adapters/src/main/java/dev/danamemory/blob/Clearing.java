package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
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
        return desk.contention().settle(round -> {
            Optional<Found.Live> live = desk.heads().live(key);
            return live.isEmpty() ? Optional.of(Optional.empty()) : attempt(live.get(), nonce);
        });
    }

    private Optional<Optional<Conversation>> attempt(Found.Live live, String nonce) {
        ConversationHeader old = live.head().header();
        if (Epoch.of(old.generation(), nonce).equals(old.epoch())) {
            // our answer was lost
            return Optional.of(Optional.of(finish(live.head(), live.version(), null)));
        }
        Instant now = desk.clock().instant();
        long generation = generation(old.generation(), now);
        ConversationHeader header = Headers.emptied(old, generation, Epoch.of(generation, nonce), InstantText.of(now));
        Marks marks = live.head().marks().notImported().recorded(now, null, header.shownTitle());
        Head next = new Head(header, List.of(), List.of(), marks, live.head().more());
        return desk.heads().put(next, new Condition.Match(live.version())) instanceof PutResult.Stored stored
                ? Optional.of(Optional.of(
                        finish(next, stored.version(), live.head().marks().entryVersion())))
                : Optional.empty();
    }

    /** The generation that follows. */
    long generation(long old, Instant now) {
        return Generations.after(old, now);
    }

    private Conversation finish(Head head, String version, @Nullable String knownEntry) {
        keeping.follow(head.header(), knownEntry);
        // what is left when time runs out is swept an hour later
        desk.sweeps()
                .sweep(
                        head.header().key(),
                        Epoch.generation(head.header().epoch()).orElseThrow() - 1,
                        desk.contention());
        return desk.heads().conversation(head, version);
    }
}
