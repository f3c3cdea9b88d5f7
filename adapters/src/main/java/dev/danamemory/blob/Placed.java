package dev.danamemory.blob;

import dev.danamemory.store.DirectoryEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A list entry and its place in the list: newest first. S3 tells times in whole seconds, so among the entries of one
 * second their own times decide.
 *
 * @param modified when the entry was last written, by the backend's clock
 * @param updated by the entry itself; long ago when it does not say
 * @param name last part of its key
 * @param shown nothing when it is not to be shown
 */
record Placed(Instant modified, Instant updated, String name, Optional<DirectoryEntry> shown) {
    static final Comparator<Placed> NEWEST_FIRST = Comparator.comparing(Placed::modified)
            .thenComparing(Placed::updated)
            .reversed()
            .thenComparing(Placed::name);

    /** Where a list begins. */
    static final Placed BEFORE_ALL = new Placed(Instant.MAX, Instant.MAX, "", Optional.empty());

    private static final String BLANK = " ";

    static Placed of(BlobEntry listed, Optional<DirectoryEntry> shown) {
        return new Placed(
                listed.modified(),
                shown.map(entry -> updated(entry.updatedAt())).orElse(Instant.MIN),
                listed.name(),
                shown);
    }

    /** The place that a {@link #position()} names. */
    static Placed at(String position) {
        String[] parts = position.split(BLANK, 3);
        return new Placed(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2], Optional.empty());
    }

    /** The place, for who wants to go on after it. */
    String position() {
        return modified + BLANK + updated + BLANK + name;
    }

    private static Instant updated(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException damaged) {
            return Instant.MIN;
        }
    }
}
