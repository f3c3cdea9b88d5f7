package dev.danamemory.dynamodb;

import dev.danamemory.store.StoredDataUnreadableException;

/** What is said of an item that is not what was written. */
final class Damage {
    private Damage() {}

    static StoredDataUnreadableException of(ItemKey item, RuntimeException problem) {
        return new StoredDataUnreadableException(item.shown(), String.valueOf(problem.getMessage()), problem);
    }

    static StoredDataUnreadableException of(ItemKey item, String problem) {
        return new StoredDataUnreadableException(item.shown(), problem, null);
    }
}
