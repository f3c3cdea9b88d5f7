package dev.danamemory.agents.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text up to a mark that ends sentences.
 *
 * @param start where it begins
 * @param end where it ends, its marks included
 * @param closed whether a mark ends it
 * @param asking whether that is a question mark
 */
record Sentence(int start, int end, boolean closed, boolean asking) {
    /** Marks that end a sentence only where no ASCII letter or digit follows, unlike in 3.50 and a?b=c. */
    private static final String STOPS = ".!?";

    // ellipsis, and the full stops and exclamation marks of CJK, Urdu, Devanagari and Ethiopic
    private static final String WIDE_STOPS = "\n\u2026\u3002\uFF0E\uFF61\uFF01\u06D4\u0964\u0965\u1362";

    // Arabic, full-width, reversed, doubled, interrobang, Greek, Ethiopic, Armenian
    private static final String WIDE_QUESTIONS = "\u061F\uFF1F\u2E2E\u2047\u2048\u2049\u203D\u037E\u1367\u055E";

    /** The sentences of the text; together they are all of it. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!ends(text, at)) {
                continue;
            }
            boolean asking = isQuestion(text, at);
            while (at + 1 < text.length() && isMark(text, at + 1)) {
                at++;
                asking |= isQuestion(text, at);
            }
            sentences.add(new Sentence(start, at + 1, true, asking));
            start = at + 1;
        }
        if (start < text.length()) {
            sentences.add(new Sentence(start, text.length(), false, false));
        }
        return sentences;
    }

    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        return STOPS.indexOf(c) >= 0 || WIDE_STOPS.indexOf(c) >= 0 || isQuestion(text, at);
    }

    private static boolean ends(String text, int at) {
        if (!isMark(text, at)) {
            return false;
        }
        boolean inWord = at + 1 < text.length() && isAsciiWord(text.charAt(at + 1));
        return !inWord || STOPS.indexOf(text.charAt(at)) < 0;
    }

    private static boolean isAsciiWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isQuestion(String text, int at) {
        char c = text.charAt(at);
        return c == '?' || WIDE_QUESTIONS.indexOf(c) >= 0 || (c == ';' && isGreek(text, at));
    }

    // in Greek the semicolon is the question mark
    private static boolean isGreek(String text, int at) {
        return at > 0 && Character.UnicodeScript.of(text.codePointBefore(at)) == Character.UnicodeScript.GREEK;
    }
}
