package dev.danamemory.dynamodb;

import java.time.Instant;

/**
 * What stays in the place of an erased conversation item or directory entry until the late sweep, without any content: it
 * stops requests that were on their way.
 *
 * @param birth of what was erased; a request that carries it must not bring it back
 * @param revision rises with every change, as in what was erased
 * @param generation the last one of the id
 * @param isSwept whether everything else is gone
 * @param at when the erase began
 */
record Stub(String birth, long revision, long generation, boolean isSwept, Instant at) {
    /** No conversation and no entry has this attribute. */
    static final String MARK = "x";

    private static final String AT = "at";
    private static final String SWEPT = "swept";
    private static final String UNSWEPT = "unswept";

    Item item(ItemKey place) {
        return Item.at(place)
                .text(MARK, isSwept ? SWEPT : UNSWEPT)
                .text(RootItem.BIRTH, birth)
                .number(RootItem.REVISION, revision)
                .number(RootItem.GENERATION, generation)
                .number(AT, Micros.of(at))
                .build();
    }

    static boolean isStub(Item item) {
        return item.has(MARK);
    }

    static Stub of(Item item) {
        return new Stub(
                item.text(RootItem.BIRTH),
                item.number(RootItem.REVISION),
                item.number(RootItem.GENERATION),
                item.text(MARK).equals(SWEPT),
                Micros.instant(item.number(AT)));
    }

    /** Whether whatever was on its way when the erase began has come in. */
    boolean isOld(Instant now) {
        return !at.plus(Sweeps.SETTLED).isAfter(now);
    }

    /** That it stands there and nothing else. */
    Condition condition() {
        return RootItem.unchanged(birth, revision);
    }

    Stub swept() {
        return new Stub(birth, revision + 1, generation, true, at);
    }
}
