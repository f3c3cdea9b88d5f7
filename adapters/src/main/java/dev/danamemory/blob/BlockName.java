package dev.danamemory.blob;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range in the name of a block.
 *
 * @param first number of the first element
 * @param last number of the last
 */
record BlockName(String key, long first, long last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{10,18})-([0-9]{10,18})\\.json");

    /** The range, or nothing when the key names no block. */
    static Optional<BlockName> of(BlobEntry entry) {
        Matcher name = FORM.matcher(entry.name());
        return name.matches()
                ? Optional.of(new BlockName(entry.key(), Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
                : Optional.empty();
    }
}
