package dev.danamemory.blob;

import dev.danamemory.model.InstantText;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins a conversation: list entry first, then head, both on the condition that nothing is there or the stub of another
 * birth. Of several callers the one whose head is stored has made it. A request that is delivered after an erase meets
 * the stub of its own birth and does nothing.
 */
class Beginning {
    private final Desk desk;
    private final EntryKeeping keeping;

    Beginning(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    /** What became of it. */
    sealed interface Begun {
        /** It is ours (and was erased meanwhile, maybe). */
        record Made(Head head, String version) implements Begun {}

        /** Somebody else's is there. */
        record Taken(Found.Live live) implements Begun {}
    }

    Begun begin(Draft draft) {
        Instant start = desk.clock().instant();
        Attempt attempt = new Attempt(draft);
        Begun begun = desk.contention().settle(attempt::round);
        if (begun instanceof Begun.Made && isErasedSince(draft.key().user(), start)) {
            new Erasing(desk).erase(draft.key());
        }
        return begun;
    }

    /** Whether all of the user's was erased while this was made: then it goes too. */
    boolean isErasedSince(UserId user, Instant start) {
        return desk.contention().read(() -> desk.tombstones().isErasedSince(user, start));
    }

    /** The generation of an id whose last one is known; 0 is none. */
    long generation(long last, Instant now) {
        return Generations.after(last, now);
    }

    /** Whether what stands there was begun by this draft. */
    boolean isOwn(String birth, Draft draft) {
        return birth.equals(draft.birth());
    }

    private final class Attempt {
        private final Draft draft;
        private @Nullable Head prepared;
        private Found place = new Found.None();

        Attempt(Draft draft) {
            this.draft = draft;
        }

        Optional<Begun> round(int n) {
            if (n > 0) {
                place = desk.heads().find(draft.key());
            }
            return switch (place) {
                case Found.Live live -> Optional.of(met(live));
                case Found.Erased erased
                when isOwn(erased.stub().birth(), draft) -> Optional.of(new Begun.Made(head(0), erased.version()));
                case Found.Erased erased ->
                    store(head(erased.stub().generation()), new Condition.Match(erased.version()));
                case Found.None none -> store(head(desk.tombstones().generation(draft.key())), new Condition.Absent());
                case Found.Damaged damaged -> throw damaged.problem();
            };
        }

        // one head for all rounds, unless the id's generation has gone past it
        private Head head(long lastGeneration) {
            Head head = prepared;
            if (head == null || head.header().generation() <= lastGeneration) {
                long generation = generation(lastGeneration, desk.clock().instant());
                head = draft.head(generation, Epoch.of(generation, desk.ids().nonce()));
                prepared = head;
                draft.prepare(head);
            }
            return head;
        }

        private Optional<Begun> store(Head head, Condition condition) {
            Claim claim = claimEntry(entryOf(head));
            if (claim.lost()) {
                return Optional.empty();
            }
            Head named = head.withMarks(head.marks()
                    .recorded(
                            head.marks().touchedAt(),
                            claim.version(),
                            head.marks().entryTitle()));
            if (!(desk.heads().put(named, condition) instanceof PutResult.Stored stored)) {
                return Optional.empty();
            }
            if (claim.version() == null || draft.isLong()) {
                keeping.follow(named.header(), claim.version());
            }
            return Optional.of(new Begun.Made(named, stored.version()));
        }

        private Begun met(Found.Live live) {
            ConversationHeader header = live.head().header();
            if (prepared != null) {
                // ours may have lost its answer in the middle, or our entry may stand before the other's conversation
                keeping.repair(header);
            }
            return isOwn(header.birth(), draft) ? new Begun.Made(live.head(), live.version()) : new Begun.Taken(live);
        }

        /**
         * Puts our entry where none is, or where the stub of another birth is.
         *
         * @return with the version of our entry; with null when the entry of a creation that has no head stands there;
         *     lost when the place must be looked at again
         */
        private Claim claimEntry(ListEntry entry) {
            if (desk.entries().put(draft.key(), entry, new Condition.Absent()) instanceof PutResult.Stored stored) {
                return new Claim(stored.version(), false);
            }
            return switch (desk.entries().look(draft.key())) {
                case EntryState.None none -> Claim.LOST;
                case EntryState.Damaged damaged -> replace(entry, damaged.version());
                case EntryState.Erased erased ->
                    erased.stub().birth().equals(draft.birth()) ? Claim.LOST : replace(entry, erased.version());
                case EntryState.Live live ->
                    new Claim(live.entry().birth().equals(draft.birth()) ? live.version() : null, false);
            };
        }

        private Claim replace(ListEntry entry, String version) {
            return desk.entries().put(draft.key(), entry, new Condition.Match(version))
                            instanceof PutResult.Stored stored
                    ? new Claim(stored.version(), false)
                    : Claim.LOST;
        }

        private ListEntry entryOf(Head head) {
            ListEntry entry = ListEntry.of(
                            head.header(), InstantText.of(desk.clock().instant()))
                    .titled(head.marks().entryTitle());
            return draft.isLong() ? entry.whileImporting() : entry;
        }
    }

    private record Claim(@Nullable String version, boolean lost) {
        static final Claim LOST = new Claim(null, true);
    }
}
