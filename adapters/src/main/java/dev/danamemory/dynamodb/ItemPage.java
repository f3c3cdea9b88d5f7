package dev.danamemory.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query, 1 MB at most.
 *
 * @param next the sort key after which to go on, or null when the range is at its end
 */
record ItemPage(List<Item> items, @Nullable String next) {
    ItemPage {
        items = List.copyOf(items);
    }
}
