package dev.danamemory.blob;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an archive tells.
 *
 * @param first number of its first turn
 * @param last number of its last
 */
record ArchiveName(String key, String epoch, long first, long last) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,18}-[0-9a-z]{8})-([0-9]{10,18})-([0-9]{10,18})\\.json\\.gz");

    /** What it tells, or nothing when the key names no archive. */
    static Optional<ArchiveName> of(BlobEntry entry) {
        Matcher name = FORM.matcher(entry.name());
        return name.matches()
                ? Optional.of(new ArchiveName(
                        entry.key(), name.group(1), Long.parseLong(name.group(2)), Long.parseLong(name.group(3))))
                : Optional.empty();
    }
}
