package dev.danamemory.blob;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A head's bookkeeping.
 *
 * @param touchedAt when the list entry last recorded activity
 * @param activeAt when a turn was last stored, by our clock
 * @param entryVersion the list entry's version as far as this head knows
 * @param entryTitle the title that the entry shows; at a first message it is there before the turn is
 * @param imported digest of the file that this conversation was imported from, until it is cleared
 */
record Marks(
        Instant touchedAt,
        Instant activeAt,
        @Nullable String entryVersion,
        @Nullable String entryTitle,
        @Nullable String imported) {
    /** Activity was recorded in the entry. */
    Marks recorded(Instant at, @Nullable String version, @Nullable String title) {
        return new Marks(at, activeAt, version, title, imported);
    }

    Marks active(Instant at) {
        return new Marks(touchedAt, at, entryVersion, entryTitle, imported);
    }

    Marks notImported() {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, null);
    }
}
