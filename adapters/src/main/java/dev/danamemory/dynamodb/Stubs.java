package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import java.util.Optional;

/** Puts stubs in the place of what is erased, and takes them away when all that they stood there for has come in. */
record Stubs(Desk desk) {
    /** Makes a stub of the entry of what is a stub itself. */
    void hideEntry(ConversationKey key, Stub stub) {
        desk.contention().settle(round -> stubEntry(key, stub));
    }

    /** Deletes a stub when all that it stood there for has come in. */
    void remove(ItemKey place) {
        Optional<Item> there = desk.table().get(place).filter(Stub::isStub);
        if (there.isPresent() && Stub.of(there.get()).isOld(desk.clock().instant())) {
            desk.table().delete(place, EntryItem.unchanged(there.get()));
        }
    }

    private Optional<Boolean> stubEntry(ConversationKey key, Stub stub) {
        Optional<Item> there = desk.table().get(Keys.entry(key));
        if (there.filter(Stub::isStub).isPresent() || !isStill(key, stub)) {
            return Optional.of(true); // it is done, or the id began anew and the entry is the new one's
        }
        Condition condition = there.map(EntryItem::unchanged).orElseGet(Condition::nothing);
        return desk.table().put(stub.item(Keys.entry(key)), condition) instanceof PutResult.Stored
                ? Optional.of(true)
                : Optional.empty();
    }

    private boolean isStill(ConversationKey key, Stub stub) {
        return desk.table()
                .get(Keys.root(key))
                .filter(Stub::isStub)
                .filter(there -> Stub.of(there).birth().equals(stub.birth()))
                .isPresent();
    }

    /** Says that everything else is gone. */
    void markSwept(ConversationKey key, Stub stub) {
        // a lost race means that it is marked already, or that the id began anew: then there is no stub to mark
        if (!stub.isSwept()) {
            desk.table().put(stub.swept().item(Keys.root(key)), stub.condition());
        }
    }
}
