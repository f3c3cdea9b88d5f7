package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Retirement;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes a conversation because of its age. As an erase, but that its fence goes right behind the last turn that was
 * judged and nowhere else: where it meets a turn, the conversation is in use.
 */
class Deleting {
    private final Desk desk;
    private final Finishing finishing;
    private final Erasing erasing;
    private final Idleness idleness;

    Deleting(Desk desk, Finishing finishing, Erasing erasing, Idleness idleness) {
        this.desk = desk;
        this.finishing = finishing;
        this.erasing = erasing;
        this.idleness = idleness;
    }

    Retirement delete(ConversationKey key, Instant idleBefore) {
        return switch (desk.contention().read(() -> finishing.finished(key, 1))) {
            case Found.Live(View view) -> delete(view, idleBefore);
            case Found.Erased(Stub stub) ->
                erasing.isFinished(stub) ? new Retirement.Absent() : finishAnothers(key, stub);
            case Found.Damaged damaged -> throw damaged.problem();
            case Found.None _ -> sweptLater(key);
            case Found.Ending _ -> new Retirement.Absent();
        };
    }

    // an entry without a conversation is what a creation left that broke off: the late sweep knows what to do
    private Retirement sweptLater(ConversationKey key) {
        if (desk.contention().read(() -> desk.table().get(Keys.entry(key))).isPresent()) {
            desk.contention().done(() -> desk.notes().announce(key, "delete"));
        }
        return new Retirement.Absent();
    }

    private Retirement delete(View view, Instant idleBefore) {
        desk.contention().done(() -> desk.notes().announce(view.key(), "delete"));
        desk.archive().requireFor(view);
        if (!desk.contention().read(() -> idleness.isIdle(view, idleBefore)) || !isClosed(view)) {
            return new Retirement.InUse();
        }
        Optional<Erasing.Marked> marked = erasing.markFenced(view);
        return marked.isEmpty()
                ? new Retirement.Done(view.header().keptTurns())
                : finish(view.key(), marked.get().stub(), marked.get().turns());
    }

    private boolean isClosed(View view) {
        Root root = view.root();
        Fence fence = new Fence(
                Fence.Purpose.DELETE,
                Epoch.of(root.generation(), desk.ids().nonce()),
                root.generation(),
                desk.clock().instant());
        Item item = fence.item(Keys.turn(view.key(), root.epoch(), view.lastTurn() + 1));
        return desk.contention().settle(round -> switch (desk.table().put(item, Condition.nothing())) {
            case PutResult.Stored _ -> Optional.of(true);
            // ours, whose answer was lost; a turn, or another's fence
            case PutResult.Refused(Item there) -> Optional.of(item.equals(there));
        });
    }

    private Retirement finishAnothers(ConversationKey key, Stub stub) {
        new Stubs(desk).hideEntry(key, stub);
        return finish(key, stub, 0);
    }

    private Retirement finish(ConversationKey key, Stub stub, long turns) {
        return erasing.finish(key, stub).isPresent() ? new Retirement.Done(turns) : new Retirement.Unfinished();
    }
}
