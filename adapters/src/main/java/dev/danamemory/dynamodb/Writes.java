package dev.danamemory.dynamodb;

import java.util.List;

/** Deletes and puts in one request, {@value #MOST} at most, on no condition: only in epochs that are over. */
record Writes(List<ItemKey> deleted, List<Item> put) {
    static final int MOST = 25;

    Writes {
        deleted = List.copyOf(deleted);
        put = List.copyOf(put);
    }

    int size() {
        return deleted.size() + put.size();
    }
}
