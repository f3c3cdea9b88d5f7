package dev.danamemory.store.rules;

import dev.danamemory.model.Unicode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Titles made of messages. */
public final class Titles {
    private static final int LONGEST = 80;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Titles() {}

    /** The message on one line, cut at 80 code points; null when it is blank. */
    public static @Nullable String derive(String message) {
        String line = BLANKS.matcher(message).replaceAll(" ").strip();
        return line.isEmpty() ? null : Unicode.cut(line, LONGEST);
    }
}
