package dev.danamemory.blob;

import dev.danamemory.store.rules.Archived;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A head's bookkeeping.
 *
 * @param touchedAt when the list entry last recorded activity
 * @param activeAt when a turn was last stored, by our clock
 * @param entryVersion the list entry's version as far as this head knows
 * @param entryTitle the title that the entry shows; at a first message it is there before the turn is
 * @param imported digest of the file that this conversation was imported from, until it is cleared
 * @param redacting numbers of turns whose redaction has begun and is not known to be complete
 * @param archived which turns are in the archive, and who is about to change that
 */
record Marks(
        Instant touchedAt,
        Instant activeAt,
        @Nullable String entryVersion,
        @Nullable String entryTitle,
        @Nullable String imported,
        List<Long> redacting,
        Archived archived) {
    Marks {
        redacting = List.copyOf(redacting);
    }

    /** Activity was recorded in the entry. */
    Marks recorded(Instant at, @Nullable String version, @Nullable String title) {
        return new Marks(at, activeAt, version, title, imported, redacting, archived);
    }

    Marks active(Instant at) {
        return new Marks(touchedAt, at, entryVersion, entryTitle, imported, redacting, archived);
    }

    /** Of a conversation that was cleared. */
    Marks ofNewEpoch() {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, null, List.of(), Archived.NOTHING);
    }

    Marks redacting(List<Long> numbers) {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, imported, numbers, archived);
    }

    Marks archived(Archived changed) {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, imported, redacting, changed);
    }

    /** Number of the last turn that moved to the archive; 0 is none. */
    long archivedThrough() {
        return archived.through();
    }
}
