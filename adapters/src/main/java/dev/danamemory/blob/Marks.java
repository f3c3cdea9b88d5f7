package dev.danamemory.blob;

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
 * @param archivedThrough number of the last turn that moved to the archive; 0 is none
 */
record Marks(
        Instant touchedAt,
        Instant activeAt,
        @Nullable String entryVersion,
        @Nullable String entryTitle,
        @Nullable String imported,
        List<Long> redacting,
        long archivedThrough) {
    Marks {
        redacting = List.copyOf(redacting);
    }

    /** Activity was recorded in the entry. */
    Marks recorded(Instant at, @Nullable String version, @Nullable String title) {
        return new Marks(at, activeAt, version, title, imported, redacting, archivedThrough);
    }

    Marks active(Instant at) {
        return new Marks(touchedAt, at, entryVersion, entryTitle, imported, redacting, archivedThrough);
    }

    /** Of a conversation that was cleared. */
    Marks ofNewEpoch() {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, null, List.of(), 0);
    }

    Marks redacting(List<Long> numbers) {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, imported, numbers, archivedThrough);
    }

    Marks archived(long through) {
        return new Marks(touchedAt, activeAt, entryVersion, entryTitle, imported, redacting, through);
    }
}
