package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Erasure;
import java.util.Optional;

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
        Optional<Stub> stub = desk.settleInTurn(key, round -> mark(key));
        if (stub.isEmpty()) {
            return new Erasure.Absent();
        }
        desk.contention().settle(round -> stubEntry(key, stub.get()));
        boolean swept =
                desk.contention().read(() -> desk.sweeps().sweep(key, stub.get().generation(), desk.contention()));
        if (!swept) {
            return new Erasure.Unfinished();
        }
        desk.contention().done(() -> markSwept(key, stub.get()));
        return new Erasure.Done();
    }

    private boolean isAbsent(ConversationKey key) {
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

    // the inner result is empty when there is nothing to erase, the outer one when the head changed under us
    private Optional<Optional<Stub>> mark(ConversationKey key) {
        return switch (desk.heads().look(key)) {
            case Found.None none ->
                // a creation that broke off, or is under way: its head must not come after us
                isEntered(key) ? put(key, anonymous(key), new Condition.Absent()) : Optional.of(Optional.empty());
            case Found.Erased erased -> Optional.of(Optional.of(erased.stub()));
            case Found.Live live -> {
                Stub stub = new Stub(
                        live.head().header().birth(), live.head().header().generation(), false);
                yield put(key, stub, new Condition.Match(live.version()));
            }
            case Found.Damaged damaged -> put(key, anonymous(key), new Condition.Match(damaged.version()));
        };
    }

    private Optional<Optional<Stub>> put(ConversationKey key, Stub stub, Condition condition) {
        return desk.heads().putStub(key, stub, condition) instanceof PutResult.Stored
                ? Optional.of(Optional.of(stub))
                : Optional.empty();
    }

    // the list entry tells the birth that a missing or damaged head does not
    private Stub anonymous(ConversationKey key) {
        String birth = desk.entries().look(key) instanceof EntryState.Live live
                ? live.entry().birth()
                : desk.ids().nonce();
        return new Stub(birth, Generations.first(desk.clock().instant()), false);
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
