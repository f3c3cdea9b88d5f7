package dev.danamemory.dynamodb;

import dev.danamemory.store.StoredDataUnreadableException;
import org.jspecify.annotations.Nullable;

/** What stands in the place of a number in an epoch. */
sealed interface Slot {
    /** The item that it was read from. */
    Item item();

    /** A turn. */
    record One(Item item, long number, String turnId, String timestamp, Running running, Body body) implements Slot {}

    /** Some of the older turns of a file, together. */
    record Block(Item item, long first, long last, Body body) implements Slot {}

    /** What is left of a turn, so that nobody fills its place. */
    record Keeper(Item item, String turnId) implements Slot {}

    /** The end of the epoch. */
    record Closed(Item item, Fence fence) implements Slot {}

    /** Tells blocks, keepers and fences from turns, which have no such attribute. */
    String KIND = "k";

    String BLOCK = "b";
    String KEEPER = "k";
    String FENCE = "f";
    String TURN_ID = "i";
    String TIMESTAMP = "t";
    String LAST = "l";

    /** The epoch that it stands in. */
    default String epoch() {
        return Keys.epochOf(item().key().sort());
    }

    /**
     * Reads a slot.
     *
     * @throws StoredDataUnreadableException when the item is damaged
     */
    static Slot of(Item item) {
        try {
            return read(item);
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
    }

    private static Slot read(Item item) {
        long number = Keys.numberOf(item.key().sort());
        @Nullable String kind = item.optionalText(KIND);
        if (kind == null) {
            return new One(item, number, item.text(TURN_ID), item.text(TIMESTAMP), Running.of(item), Body.of(item));
        }
        return switch (kind) {
            case BLOCK -> new Block(item, number, item.number(LAST), Body.of(item));
            case KEEPER -> new Keeper(item, item.text(TURN_ID));
            case FENCE -> new Closed(item, Fence.of(item));
            default -> throw new IllegalArgumentException("an unknown kind of item");
        };
    }
}
