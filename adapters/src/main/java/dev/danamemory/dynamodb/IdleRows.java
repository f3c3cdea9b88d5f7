package dev.danamemory.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of cleanup's index.
 *
 * @param next the row after which to go on, or null when the range is at its end
 */
record IdleRows(List<IdleRow> rows, @Nullable IdleRow next) {
    IdleRows {
        rows = List.copyOf(rows);
    }
}
