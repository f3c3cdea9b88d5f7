package dev.danamemory.dynamodb;

import dev.danamemory.store.ConversationHeader;

/** Claims of turn ids that callers chose; they last as long as their epoch. */
final class TurnIds {
    private static final String FROM = "n";

    private final Table table;

    TurnIds(Table table) {
        this.table = table;
    }

    /** The number behind which the turn of this id stands, if it is stored: the last one when the id was first claimed. */
    long claim(ConversationHeader header, String turnId) {
        ItemKey place = Keys.turnId(header.key(), header.epoch(), turnId);
        Item claim = Item.at(place).number(FROM, header.lastTurn()).build();
        if (table.put(claim, Condition.nothing()) instanceof PutResult.Refused(Item there) && there != null) {
            return from(there);
        }
        return header.lastTurn();
    }

    private static long from(Item claim) {
        try {
            return claim.number(FROM);
        } catch (RuntimeException damage) {
            throw Damage.of(claim.key(), damage);
        }
    }
}
