package dev.danamemory.dynamodb;

import java.time.Instant;

/**
 * Ends an epoch: stands behind its last turn before the conversation item changes, so that a turn which is under way
 * meets it. Whoever finds one while the conversation item is still the old one can finish its work.
 *
 * @param nextEpoch that of the conversation from now on; also tells whose fence it is
 * @param generation the conversation's from now on, or the last one that the id has had
 */
record Fence(Purpose purpose, String nextEpoch, long generation, Instant at) {
    /** What the epoch ends for. */
    enum Purpose {
        CLEAR("clear"),
        ERASE("erase"),
        /** An erase because of age. */
        DELETE("delete");

        private final String wire;

        Purpose(String wire) {
            this.wire = wire;
        }

        static Purpose of(String wire) {
            for (Purpose purpose : values()) {
                if (purpose.wire.equals(wire)) {
                    return purpose;
                }
            }
            throw new IllegalArgumentException("an unknown purpose");
        }
    }

    private static final String PURPOSE = "q";
    private static final String NEXT = "e";
    private static final String GENERATION = "g";

    Item item(ItemKey place) {
        return Item.at(place)
                .text(Slot.KIND, Slot.FENCE)
                .text(PURPOSE, purpose.wire)
                .text(NEXT, nextEpoch)
                .number(GENERATION, generation)
                .number(Running.ACTIVE_AT, Micros.of(at))
                .build();
    }

    static Fence of(Item item) {
        return new Fence(
                Purpose.of(item.text(PURPOSE)),
                item.text(NEXT),
                item.number(GENERATION),
                Micros.instant(item.number(Running.ACTIVE_AT)));
    }
}
