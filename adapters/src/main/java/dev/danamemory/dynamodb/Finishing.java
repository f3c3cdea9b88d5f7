package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends epochs, and finishes what others who ended one have left: the conversation item is changed only when a fence stands
 * behind the last turn, and no writer goes on before that is done.
 */
class Finishing {
    private static final int CLASHES = 3;

    private final Desk desk;
    private final EntryKeeping keeping;

    Finishing(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    /** What stands in the conversation's place when nothing is left half done. */
    Found finished(ConversationKey key, int turns) {
        while (true) {
            Found found = desk.looking().look(key, turns);
            switch (found) {
                case Found.Live(View view) when view.pending() != null -> clear(view);
                case Found.Ending(Root root, Fence fence) -> erase(key, root, fence);
                case Found.Live _, Found.None _, Found.Erased _, Found.Damaged _ -> {
                    return found;
                }
            }
        }
    }

    /** The conversation, nothing of it half done; or nothing when there is none. */
    Optional<View> live(ConversationKey key, int turns) {
        return switch (finished(key, turns)) {
            case Found.Live live -> Optional.of(live.view());
            case Found.Damaged damaged -> throw damaged.problem();
            case Found.None _, Found.Erased _, Found.Ending _ -> Optional.empty();
        };
    }

    // a lost race means that it is done, or that there is more to find out
    private void clear(View view) {
        if (desk.replace(view.key(), view.root(), view.root().revision() - 1)) {
            keeping.follow(view);
        }
    }

    private void erase(ConversationKey key, Root root, Fence fence) {
        Stub stub = new Stub(
                root.birth(), root.revision() + 1, Math.max(fence.generation(), root.generation()), false, fence.at());
        desk.table().put(stub.item(Keys.root(key)), RootItem.unchanged(root.birth(), root.revision()));
    }

    /**
     * Puts a fence behind the last turn. The one that stands there in the end may be another's.
     *
     * @param view where nothing is left half done
     */
    void close(View view, Fence fence) {
        close(view.key(), view.root().epoch(), view.lastTurn() + 1, fence);
    }

    /** Puts a fence behind whatever stands last in an epoch, for who cannot read the conversation. */
    void closeUnread(ConversationKey key, String epoch, Fence fence) {
        close(key, epoch, behindLast(key, epoch, 0), fence);
    }

    private void close(ConversationKey key, String epoch, long firstPlace, Fence fence) {
        long place = firstPlace;
        for (int clashes = 0; ; clashes++) {
            if (clashes == CLASHES) {
                place = behindLast(key, epoch, place);
                clashes = 0;
            }
            Item item = fence.item(Keys.turn(key, epoch, place));
            PutResult result = desk.table().put(item, Condition.nothing());
            if (result instanceof PutResult.Stored
                    || (result instanceof PutResult.Refused(Item there) && isFence(there))) {
                return;
            }
            place++;
        }
    }

    private static boolean isFence(@Nullable Item there) {
        return there != null && Slot.FENCE.equals(there.optionalText(Slot.KIND));
    }

    // where a fence stands already, its own place
    private long behindLast(ConversationKey key, String epoch, long from) {
        Range range = Range.backwards(
                Keys.conversation(key), Keys.turn(epoch, from), Keys.turn(epoch, Looking.HIGHEST_NUMBER), 1);
        return desk.table().query(range).items().stream()
                .findFirst()
                .map(last -> Keys.numberOf(last.key().sort()) + (isFence(last) ? 0 : 1))
                .orElse(Math.max(1, from));
    }
}
