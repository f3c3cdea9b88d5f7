package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.rules.Generations;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Erases a conversation: the head becomes a stub at once, then its list entry does, then everything else is swept, then
 * the stub says so. Repeated after a crash it goes on where the stub says.
 */
class Erasing {
    private final Desk desk;

    Erasing(Desk desk) {
        this.desk = desk;
    }

    Erasure erase(ConversationKey key) {
        if (isAbsent(key)) {
            return new Erasure.Absent();
        }
        desk.contention().done(() -> desk.sweeps().announce(key, "erase"));
        return switch (mark(key, head -> true)) {
            case Marking.Nothing nothing -> new Erasure.Absent();
            case Marking.Refused refused -> new Erasure.Absent();
            case Marking.Marked marked ->
                finish(key, marked.stub()).isPresent() ? new Erasure.Done() : new Erasure.Unfinished();
        };
    }

    /** Erases a conversation unless there was activity; what was announced before for nothing does no harm. */
    Retirement eraseIf(ConversationKey key, Predicate<Head> isIdle) {
        if (isAbsent(key)) {
            return new Retirement.Absent();
        }
        desk.contention().done(() -> desk.sweeps().announce(key, "delete"));
        return switch (mark(key, isIdle)) {
            case Marking.Nothing nothing -> new Retirement.Absent();
            case Marking.Refused refused -> new Retirement.InUse();
            case Marking.Marked marked ->
                finish(key, marked.stub()).isPresent()
                        ? new Retirement.Done(marked.turns())
                        : new Retirement.Unfinished();
        };
    }

    /** Makes nothing of a conversation readable any more. */
    Marking mark(ConversationKey key, Predicate<Head> mayGo) {
        Marking marking = desk.settleInTurn(key, round -> markOnce(key, mayGo));
        if (marking instanceof Marking.Marked marked) {
            desk.contention().settle(round -> stubEntry(key, marked.stub()));
        }
        return marking;
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
            desk.contention().done(() -> markSwept(key, stub));
        }
        return archives;
    }

    boolean isAbsent(ConversationKey key) {
        return desk.contention().read(() -> switch (desk.heads().look(key)) {
            case Found.None none -> !isEntered(key);
            case Found.Erased erased -> isFinished(erased.stub());
            case Found.Live live -> false;
            case Found.Damaged damaged -> false;
        });
    }

    /** Whether nothing is left to do where this stub stands. */
    boolean isFinished(Stub stub) {
        return stub.swept();
    }

    private boolean isEntered(ConversationKey key) {
        return switch (desk.entries().look(key)) {
            case EntryState.None none -> false;
            case EntryState.Erased erased -> false;
            case EntryState.Live live -> true;
            case EntryState.Damaged damaged -> true;
        };
    }

    // nothing when the head changed under us
    private Optional<Marking> markOnce(ConversationKey key, Predicate<Head> mayGo) {
        return switch (desk.heads().look(key)) {
            case Found.None none ->
                // a creation that broke off, or is under way: its head must not come after us
                isEntered(key)
                        ? put(key, new Marking.Marked(anonymous(key), 0), new Condition.Absent())
                        : Optional.of(new Marking.Nothing());
            case Found.Erased erased -> Optional.of(new Marking.Marked(erased.stub(), 0));
            case Found.Live live -> {
                ConversationHeader header = live.head().header();
                Stub stub = new Stub(
                        header.birth(), header.generation(), false, desk.clock().instant());
                yield mayGo.test(live.head())
                        ? put(key, new Marking.Marked(stub, header.keptTurns()), new Condition.Match(live.version()))
                        : Optional.of(new Marking.Refused());
            }
            case Found.Damaged damaged ->
                put(key, new Marking.Marked(anonymous(key), 0), new Condition.Match(damaged.version()));
        };
    }

    private Optional<Marking> put(ConversationKey key, Marking.Marked marked, Condition condition) {
        return desk.heads().putStub(key, marked.stub(), condition) instanceof PutResult.Stored
                ? Optional.of(marked)
                : Optional.empty();
    }

    // the list entry tells the birth that a missing or damaged head does not
    private Stub anonymous(ConversationKey key) {
        String birth = desk.entries().look(key) instanceof EntryState.Live live
                ? live.entry().birth()
                : desk.ids().nonce();
        Instant now = desk.clock().instant();
        return new Stub(birth, Generations.first(now), false, now);
    }

    private Optional<Boolean> stubEntry(ConversationKey key, Stub stub) {
        Condition condition = switch (desk.entries().look(key)) {
            case EntryState.None none -> new Condition.Absent();
            case EntryState.Erased erased -> null;
            case EntryState.Live live -> new Condition.Match(live.version());
            case EntryState.Damaged damaged -> new Condition.Match(damaged.version());
        };
        if (condition == null || !isStill(key, stub)) {
            return Optional.of(true); // it is done, or the id began anew and the entry is the new one's
        }
        return desk.entries().putStub(key, stub, condition) instanceof PutResult.Stored
                ? Optional.of(true)
                : Optional.empty();
    }

    private boolean isStill(ConversationKey key, Stub stub) {
        return desk.heads().look(key) instanceof Found.Erased erased
                && erased.stub().birth().equals(stub.birth());
    }

    private void markSwept(ConversationKey key, Stub stub) {
        if (desk.heads().look(key) instanceof Found.Erased erased
                && erased.stub().birth().equals(stub.birth())) {
            // a lost race means that the id began anew: then there is no stub to mark
            desk.heads().putStub(key, stub.sweptNow(), new Condition.Match(erased.version()));
        }
    }
}
