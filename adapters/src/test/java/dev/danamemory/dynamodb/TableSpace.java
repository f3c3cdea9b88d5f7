package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.StoreSpace;

/** A space whose table a test may look into. */
interface TableSpace extends StoreSpace {
    /** Without faults. */
    Table table();

    /** Writes an item whatever stands there. */
    void store(Item item);
}
