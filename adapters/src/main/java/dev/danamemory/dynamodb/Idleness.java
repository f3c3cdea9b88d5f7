package dev.danamemory.dynamodb;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a conversation has been in use. */
class Idleness {
    private final Table table;

    Idleness(Table table) {
        this.table = table;
    }

    /** Whether no turn was stored after a moment, nor one announced by a touch. */
    boolean isIdle(View view, Instant idleBefore) {
        Running newest = view.running();
        @Nullable Instant storedAt = newest == null ? null : newest.activeAt();
        // the entry last: what is announced later than that is not seen
        return Stream.of(storedAt == null ? view.touchedAt() : storedAt, view.touchedAt())
                        .noneMatch(at -> at.isAfter(idleBefore))
                && !enteredAt(view).isAfter(idleBefore);
    }

    private Instant enteredAt(View view) {
        return table.get(Keys.entry(view.key()))
                .filter(entry -> view.root().birth().equals(entry.optionalText(RootItem.BIRTH)))
                .map(EntryItem::activeAt)
                .orElse(Instant.EPOCH);
    }
}
