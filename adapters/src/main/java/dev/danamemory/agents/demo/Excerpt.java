package dev.danamemory.agents.demo;

import dev.danamemory.model.Unicode;

/** Short pieces of long texts. */
final class Excerpt {
    /** The longest quote, in code points. */
    static final int LONGEST = 300;

    private static final int BEFORE = 80;
    private static final String LEFT_OUT = "…";

    private Excerpt() {}

    /** The text in quotation marks; of one that is too long, what stands around the place. */
    static String quoted(String text, int at) {
        if (Unicode.codePoints(text) <= LONGEST) {
            return '"' + text + '"';
        }
        int before = Math.min(BEFORE, text.codePointCount(0, at));
        int start = text.offsetByCodePoints(at, -before);
        String piece = Unicode.cut(text.substring(start), LONGEST);
        boolean toEnd = start + piece.length() == text.length();
        return '"' + (start == 0 ? "" : LEFT_OUT) + piece + (toEnd ? "" : LEFT_OUT) + '"';
    }

    /** The text's beginning, at most {@code longest} code points. */
    static String head(String text, int longest) {
        String head = Unicode.cut(text, longest);
        return head.length() == text.length() ? text : head + LEFT_OUT;
    }
}
