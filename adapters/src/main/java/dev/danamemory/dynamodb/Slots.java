package dev.danamemory.dynamodb;

import java.util.Iterator;

/** A run of slots, read page by page as they are asked for. */
final class Slots implements Iterator<Slot> {
    private final ItemRun items;

    Slots(Table table, Range range) {
        this.items = new ItemRun(table, range);
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Slot next() {
        return Slot.of(items.next());
    }
}
