package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at conversations: one query, backwards, gives the conversation item and its newest turns. */
class Looking {
    private static final String FIRST_TURN = "t";
    // what an epoch's fence hides is told by the turn before it
    private static final int LEAST_TURNS = 2;
    static final long HIGHEST_NUMBER = 9_999_999_999L;

    private final Table table;

    Looking(Table table) {
        this.table = table;
    }

    /** What stands in the conversation's place, damage included, with about that many of the newest turns. */
    Found look(ConversationKey key, int turns) {
        int limit = 1 + Math.max(LEAST_TURNS, turns);
        List<Item> items = table.query(Range.backwards(Keys.conversation(key), FIRST_TURN, Keys.ROOT, limit))
                .items();
        if (items.isEmpty() || !items.getFirst().key().sort().equals(Keys.ROOT)) {
            return new Found.None();
        }
        return found(key, items.getFirst(), items.subList(1, items.size()), limit);
    }

    private Found found(ConversationKey key, Item rootItem, List<Item> slots, int limit) {
        try {
            if (Stub.isStub(rootItem)) {
                return new Found.Erased(Stub.of(rootItem));
            }
            Root root = root(rootItem);
            boolean isElsewhere = !slots.isEmpty() && epochOf(slots.getFirst()).compareTo(root.epoch()) > 0;
            return isElsewhere ? lookClosely(key, limit) : found(key, root, slots(root, slots));
        } catch (StoredDataUnreadableException damage) {
            return new Found.Damaged(damage);
        }
    }

    private static String epochOf(Item slot) {
        return Keys.epochOf(slot.key().sort());
    }

    private static Root root(Item item) {
        try {
            return RootItem.read(item);
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
    }

    // the epoch changed while the page was read, or turns of an import that broke off lie behind ours
    private Found lookClosely(ConversationKey key, int limit) {
        Optional<Item> item = table.get(Keys.root(key));
        if (item.isEmpty()) {
            return new Found.None();
        }
        if (Stub.isStub(item.get())) {
            return new Found.Erased(Stub.of(item.get()));
        }
        Root root = root(item.get());
        Range turns = Range.backwards(
                Keys.conversation(key), Keys.turn(root.epoch(), 0), Keys.turn(root.epoch(), HIGHEST_NUMBER), limit);
        return found(key, root, slots(root, table.query(turns).items()));
    }

    private static List<Slot> slots(Root root, List<Item> items) {
        List<Slot> slots = new ArrayList<>();
        for (Item item : items) {
            if (!epochOf(item).equals(root.epoch())) {
                break;
            }
            slots.add(Slot.of(item));
        }
        return slots;
    }

    private Found found(ConversationKey key, Root root, List<Slot> slots) {
        if (slots.isEmpty() || !(slots.getFirst() instanceof Slot.Closed closed)) {
            return new Found.Live(new View(key, root, null, newest(slots), slots));
        }
        Fence fence = closed.fence();
        return switch (fence.purpose()) {
            case ERASE, DELETE -> new Found.Ending(root, fence);
            case CLEAR -> {
                List<Slot> before = slots.subList(1, slots.size());
                ConversationHeader header = new View(key, root, null, newest(before), before).header();
                yield new Found.Live(
                        new View(key, root.emptied(fence, generation(root, fence), header), fence, null, List.of()));
            }
        };
    }

    private static Slot.@Nullable One newest(List<Slot> slots) {
        if (slots.isEmpty()) {
            return null;
        }
        if (slots.getFirst() instanceof Slot.One one) {
            return one;
        }
        throw Damage.of(slots.getFirst().item().key(), "the newest turn is not there");
    }

    /**
     * The conversation, or nothing when there is none or it was erased.
     *
     * @throws StoredDataUnreadableException when it is damaged
     */
    Optional<View> live(ConversationKey key, int turns) {
        Found found = look(key, turns);
        if (found instanceof Found.Damaged damaged) {
            throw damaged.problem();
        }
        return found instanceof Found.Live live ? Optional.of(live.view()) : Optional.empty();
    }

    /** The conversation, provided that the id has not been erased since, nor begun anew. */
    Optional<View> live(ConversationHeader known) {
        return live(known.key(), 1).filter(view -> view.root().birth().equals(known.birth()));
    }

    /** The generation after a clear: a redaction may have raised it since the fence was put. */
    long generation(Root root, Fence fence) {
        return Math.max(fence.generation(), root.generation() + 1);
    }
}
