package dev.danamemory.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a user's list.
 *
 * @param next position of the next page, the store's own text; null when this is the last
 */
public record DirectoryPage(
        List<DirectoryEntry> entries, @Nullable String next) {
    public DirectoryPage {
        entries = List.copyOf(entries);
    }
}
