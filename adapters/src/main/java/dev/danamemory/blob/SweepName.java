package dev.danamemory.blob;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a note for cleanup tells.
 *
 * @param due when it is to be followed; in order of time as it is in order of letters
 * @param hash random, or that of a conversation which is postponed
 */
record SweepName(String key, String due, String hash) {
    private static final Pattern FORM = Pattern.compile("([0-9]{8}T[0-9]{6}Z)-([0-9a-z]+)\\.json");
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_LENGTH = 64;

    /** What it tells, or nothing when the key names no note. */
    static Optional<SweepName> of(BlobEntry entry) {
        Matcher name = FORM.matcher(entry.name());
        return name.matches()
                ? Optional.of(new SweepName(entry.key(), name.group(1), name.group(2)))
                : Optional.empty();
    }

    /** A moment as names tell it. */
    static String due(Instant at) {
        return DUE.format(at);
    }

    boolean isDue(Instant now) {
        return due.compareTo(due(now)) <= 0;
    }

    boolean isOfPart(int part, int parts) {
        return Math.floorMod(hash.hashCode(), parts) == part;
    }

    boolean isPostponement() {
        return hash.length() == HASH_LENGTH;
    }
}
