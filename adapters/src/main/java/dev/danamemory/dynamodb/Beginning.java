package dev.danamemory.dynamodb;

import dev.danamemory.model.UserId;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins a conversation: directory entry first, then the conversation item, both on the condition that nothing is there
 * or the stub of another birth. Of several callers the one whose conversation item is stored has made it. A request that
 * is delivered after an erase meets the stub of its own birth and does nothing.
 */
class Beginning {
    private static final int TURNS = 20;

    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;
    private final Erasing erasing;

    Beginning(Desk desk, Finishing finishing, EntryKeeping keeping, Erasing erasing) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
        this.erasing = erasing;
    }

    /** What became of it. */
    sealed interface Begun {
        /**
         * It is ours.
         *
         * @param isCertain false when it was erased meanwhile
         */
        record Made(View view, boolean isCertain) implements Begun {}

        /** Somebody else's is there. */
        record Taken(View view) implements Begun {}
    }

    Begun begin(Draft draft) {
        Attempt attempt = new Attempt(draft);
        Instant start = desk.clock().instant();
        Begun begun = desk.contention().settle(attempt::round);
        if (begun instanceof Begun.Made(View view, boolean _)
                && isErasedSince(draft.key().user(), start)) {
            erasing.erase(draft.key());
            return new Begun.Made(view, false);
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
    boolean isOwn(@Nullable String birth, Draft draft) {
        return draft.birth().equals(birth);
    }

    private final class Attempt {
        private final Draft draft;
        private @Nullable Root prepared;
        private Found place = new Found.None();

        Attempt(Draft draft) {
            this.draft = draft;
        }

        Optional<Begun> round(int n) {
            if (n > 0) {
                place = finishing.finished(draft.key(), TURNS);
            }
            return switch (place) {
                case Found.Live live -> Optional.of(met(live.view()));
                case Found.Erased(Stub stub)
                when isOwn(stub.birth(), draft) -> Optional.of(new Begun.Made(view(root(0)), false));
                case Found.Erased(Stub stub) -> store(root(stub.generation()), stub.condition());
                case Found.None _ -> store(root(desk.tombstones().generation(draft.key())), Condition.nothing());
                case Found.Damaged damaged -> throw damaged.problem();
                case Found.Ending _ -> Optional.empty();
            };
        }

        // one for all rounds, unless the id's generation has gone past it
        private Root root(long lastGeneration) {
            Root root = prepared;
            if (root == null || root.generation() <= lastGeneration) {
                long generation = generation(lastGeneration, desk.clock().instant());
                root = draft.begin(generation, Epoch.of(generation, desk.ids().nonce()));
                prepared = root;
            }
            return root;
        }

        private View view(Root root) {
            return new View(draft.key(), root, null, null, List.of());
        }

        private Optional<Begun> store(Root root, Condition condition) {
            Claimed claimed = claimEntry(entryOf(root));
            if (claimed == Claimed.LOST) {
                return Optional.empty();
            }
            Item item = RootItem.of(Keys.root(draft.key()), root);
            if (!(desk.table().put(item, condition) instanceof PutResult.Stored)) {
                return Optional.empty();
            }
            Begun.Made made = new Begun.Made(view(root), true);
            if (claimed == Claimed.ANOTHERS || draft.isLong()) {
                keeping.align(made.view().header());
            }
            return Optional.of(made);
        }

        private Begun met(View view) {
            if (prepared != null) {
                // ours may have lost its answer in the middle, or our entry may stand before the other's conversation
                keeping.align(view.header());
            }
            return isOwn(view.root().birth(), draft) ? new Begun.Made(view, true) : new Begun.Taken(view);
        }

        /** Puts our entry where none is, or where the stub of another birth is. */
        private Claimed claimEntry(Item entry) {
            if (!(desk.table().put(entry, Condition.nothing()) instanceof PutResult.Refused(@Nullable Item there))) {
                return Claimed.OURS;
            }
            if (there == null) {
                return Claimed.LOST;
            }
            String birth = there.optionalText(RootItem.BIRTH);
            if (birth == null || (Stub.isStub(there) && !birth.equals(draft.birth()))) {
                return desk.table().put(entry, EntryItem.unchanged(there)) instanceof PutResult.Stored
                        ? Claimed.OURS
                        : Claimed.LOST;
            }
            if (Stub.isStub(there)) {
                return Claimed.LOST;
            }
            return birth.equals(draft.birth()) ? Claimed.OURS : Claimed.ANOTHERS;
        }

        private Item entryOf(Root root) {
            Entry entry = Entry.of(view(root), desk.clock().instant());
            desk.agents()
                    .note(desk.table(), entry.shown().agentId(), desk.clock().instant());
            return EntryItem.of(Keys.entry(draft.key()), draft.isLong() ? entry.early() : entry);
        }
    }

    /** Whose entry stands in the directory. */
    private enum Claimed {
        OURS,
        /** That of a creation whose conversation item is not there. */
        ANOTHERS,
        /** The place must be looked at again. */
        LOST
    }
}
