package dev.danamemory.dynamodb;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A run of items, read page by page as they are asked for. */
final class ItemRun implements Iterator<Item> {
    private final Table table;
    private @Nullable Range next;
    private Iterator<Item> page = List.<Item>of().iterator();

    ItemRun(Table table, Range range) {
        this.table = table;
        this.next = range;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            ItemPage read = table.query(next);
            page = read.items().iterator();
            next = read.next() == null ? null : next.after(read.next());
        }
        return page.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
