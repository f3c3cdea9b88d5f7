package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Erases a conversation: a fence ends its log, the conversation item becomes a stub, then its directory entry does, then
 * everything else is swept, then the stub says so. Repeated after a crash it goes on where the stub says.
 */
class Erasing {
    private final Desk desk;
    private final Finishing finishing;

    Erasing(Desk desk, Finishing finishing) {
        this.desk = desk;
        this.finishing = finishing;
    }

    Erasure erase(ConversationKey key) {
        if (desk.contention().read(() -> isAbsent(key))) {
            return new Erasure.Absent();
        }
        desk.contention().done(() -> desk.notes().announce(key, "erase"));
        Optional<Marked> marked = mark(key);
        if (marked.isEmpty()) {
            return new Erasure.Absent();
        }
        return finish(key, marked.get().stub()).isPresent() ? new Erasure.Done() : new Erasure.Unfinished();
    }

    /**
     * A conversation nothing of which is readable any more.
     *
     * @param turns how many it had, as far as this call could see
     */
    record Marked(Stub stub, long turns) {}

    /** Makes nothing of a conversation readable any more; nothing when there is none. */
    Optional<Marked> mark(ConversationKey key) {
        return mark(new Marking(key, null, 0), key);
    }

    /** The same where a fence has been put behind the last turn of this view. */
    Optional<Marked> markFenced(View view) {
        return mark(new Marking(view.key(), view.root(), view.header().keptTurns()), view.key());
    }

    private Optional<Marked> mark(Marking marking, ConversationKey key) {
        Optional<Stub> stub = desk.settleInTurn(key, round -> marking.round());
        stub.ifPresent(there -> new Stubs(desk).hideEntry(key, there));
        return stub.map(there -> new Marked(there, marking.turns));
    }

    /**
     * Sweeps what was marked.
     *
     * @return how many archives were deleted; nothing when time ran out
     */
    OptionalLong finish(ConversationKey key, Stub stub) {
        OptionalLong archives =
                desk.contention().read(() -> desk.sweeps().sweep(key, stub.generation(), desk.contention()));
        if (archives.isPresent()) {
            desk.contention().done(() -> new Stubs(desk).markSwept(key, stub));
        }
        return archives;
    }

    private boolean isAbsent(ConversationKey key) {
        return switch (desk.looking().look(key, 1)) {
            case Found.None _ -> !isEntered(key);
            case Found.Erased erased -> isFinished(erased.stub());
            case Found.Live _, Found.Ending _, Found.Damaged _ -> false;
        };
    }

    /** Whether nothing is left to do where this stub stands. */
    boolean isFinished(Stub stub) {
        return stub.isSwept();
    }

    /** Whether a creation has begun, or an entry is all that is left. */
    boolean isEntered(ConversationKey key) {
        return desk.table()
                .get(Keys.entry(key))
                .filter(item -> !Stub.isStub(item))
                .isPresent();
    }

    /** One erase with what its rounds know. */
    private final class Marking {
        private final ConversationKey key;
        private @Nullable Root fenced;
        private long turns;

        Marking(ConversationKey key, @Nullable Root fenced, long turns) {
            this.key = key;
            this.fenced = fenced;
            this.turns = turns;
        }

        // the inner result is empty when there is nothing to erase, the outer one when there is more to do
        Optional<Optional<Stub>> round() {
            return switch (finishing.finished(key, 1)) {
                case Found.Erased erased -> Optional.of(Optional.of(erased.stub()));
                case Found.None _ -> isEntered(key) ? putStub(key) : Optional.of(Optional.empty());
                case Found.Live live -> close(live.view());
                case Found.Damaged _ -> putStub(key);
                case Found.Ending _ -> Optional.empty();
            };
        }

        private Optional<Optional<Stub>> close(View view) {
            Root root = fenced;
            if (root != null && !root.birth().equals(view.root().birth())) {
                // somebody finished our work, and the id began anew
                return Optional.of(Optional.of(stub(root.birth(), root.revision() + 1, root.generation())));
            }
            desk.archive().requireFor(view);
            fenced = view.root();
            turns = view.header().keptTurns();
            finishing.close(view, fence(view.root().generation()));
            return round();
        }
    }

    private Stub stub(String birth, long revision, long generation) {
        return new Stub(birth, revision, generation, false, desk.clock().instant());
    }

    // who finds it finishes it; no turn is ever stored in an epoch that only it names
    private Fence fence(long generation) {
        return new Fence(
                Fence.Purpose.ERASE,
                Epoch.of(generation, desk.ids().nonce()),
                generation,
                desk.clock().instant());
    }

    // in the place of what is damaged, or of a creation that broke off or is under way: it must not come after us
    private Optional<Optional<Stub>> putStub(ConversationKey key) {
        Remains remains = Remains.of(desk.table(), key);
        Instant now = desk.clock().instant();
        long generation = remains.generation(Generations.first(now));
        String epoch = remains.epoch();
        if (epoch != null) {
            finishing.closeUnread(key, epoch, fence(generation));
        }
        String birth = remains.birth() == null ? desk.ids().nonce() : remains.birth();
        Stub stub = stub(birth, remains.revision() + 1, generation);
        return desk.table().put(stub.item(Keys.root(key)), remains.unchanged()) instanceof PutResult.Stored
                ? Optional.of(Optional.of(stub))
                : Optional.empty();
    }

    /** Ends a creation that broke off, of which only an entry is there; nothing when there is more, or less. */
    Optional<Stub> markBroken(ConversationKey key) {
        Optional<Stub> stub = desk.contention()
                .settle(round -> finishing.finished(key, 1) instanceof Found.None && isEntered(key)
                        ? putStub(key)
                        : Optional.of(Optional.empty()));
        stub.ifPresent(there -> new Stubs(desk).hideEntry(key, there));
        return stub;
    }
}
