package dev.danamemory.model;

import java.util.regex.Pattern;

/** The form of the ids that callers may choose. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Ids() {}

    /** Whether the text is well-formed as id of a conversation or an agent. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether a caller may give a turn this id: as {@link #isId}, but not digits alone, for those are a number. */
    public static boolean isTurnId(String text) {
        return isId(text) && !isNumber(text);
    }

    /** Whether the text is digits alone, which in a path is a turn's number. */
    public static boolean isNumber(String text) {
        return DIGITS.matcher(text).matches();
    }
}
