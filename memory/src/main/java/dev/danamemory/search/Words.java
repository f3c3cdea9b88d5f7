package dev.danamemory.search;

import java.lang.Character.UnicodeScript;

/**
 * Finds the words of a folded text: runs of letters, digits and marks. Scripts that put no spaces between words give
 * every two neighbouring characters as a word, and every single one too, for queries of one character.
 */
final class Words {
    /** Takes the place of one word in the text; most are not looked for, so nobody cuts them out beforehand. */
    interface Sink {
        void word(int start, int end);
    }

    private final String text;
    private final Sink sink;

    private Words(String text, Sink sink) {
        this.text = text;
        this.sink = sink;
    }

    /** Hands over the words of the folded text in order. */
    static void each(String folded, Sink sink) {
        new Words(folded, sink).run();
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!belongs(codePoint)) {
                at += Character.charCount(codePoint);
            } else if (isSpaceless(codePoint)) {
                at = pairs(at);
            } else {
                at = run(at);
            }
        }
    }

    private int run(int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!belongs(codePoint) || isSpaceless(codePoint)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        sink.word(start, end);
        return end;
    }

    private int pairs(int start) {
        int before = -1;
        int at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!belongs(codePoint) || !(isSpaceless(codePoint) || isShared(codePoint))) {
                break;
            }
            int end = at + Character.charCount(codePoint);
            if (before >= 0) {
                sink.word(before, end);
            }
            sink.word(at, end);
            before = at;
            at = end;
        }
        return at;
    }

    private static boolean belongs(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || (codePoint >= 0x300 && isMark(codePoint));
    }

    private static boolean isSpaceless(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
            return true;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    // marks and letters that go with the script before them, as the Japanese long vowel does
    private static boolean isShared(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }
}
