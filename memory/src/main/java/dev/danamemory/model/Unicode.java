package dev.danamemory.model;

import java.nio.charset.StandardCharsets;

/** What the limits of the domain are counted in. */
public final class Unicode {
    private Unicode() {}

    /** Whether the text has no surrogate without its other half, so that it can be written as UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int i = firstSurrogate(text); i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    // most texts have none, and this loop does nothing else
    private static int firstSurrogate(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return i;
            }
        }
        return length;
    }

    /** Bytes of the text in UTF-8. */
    public static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Code points of the text. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first {@code limit} code points of the text, or all of it. */
    public static String cut(String text, int limit) {
        return codePoints(text) <= limit ? text : text.substring(0, text.offsetByCodePoints(0, limit));
    }
}
