package dev.danamemory.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text in the form in which search compares: NFC, then full case folding by way of upper case, so that {@code ß} is
 * {@code ss} and all three sigmas are one. The four letters i (with and without dot, small and capital) are one letter,
 * for the text does not say whether it is Turkish. Every position leads back to the original.
 */
final class Folded {
    // Unicode's stream-safe form allows as many marks; it keeps a text of marks alone from taking quadratic time
    private static final int MOST_MARKS = 30;
    private static final String DOT_ABOVE = "\u0307";

    private final String original;
    private final StringBuilder folded;
    private int[] starts;

    private Folded(String original) {
        this.original = original;
        this.folded = new StringBuilder(original.length());
        this.starts = new int[original.length() + 1];
    }

    static Folded of(String text) {
        Folded folded = new Folded(text);
        int at = 0;
        while (at < text.length()) {
            int end = clusterEnd(text, at);
            folded.append(at, end);
            at = end;
        }
        folded.mark(text.length());
        return folded;
    }

    /** Only the form to compare, which is quicker to be had. */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return of(text).text();
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** The form to compare. */
    String text() {
        return folded.toString();
    }

    /** Where the character at this place of the form begins in the original. */
    int originalStart(int place) {
        return starts[place];
    }

    /** Where the character before this place of the form, which is above 0, ends in the original. */
    int originalEnd(int place) {
        int end = place;
        while (end < folded.length() && starts[end] == starts[place - 1]) {
            end++;
        }
        return starts[end];
    }

    private void append(int start, int end) {
        int first = original.codePointAt(start);
        int before = folded.length();
        if (end - start == 1 && first < 0x80) {
            folded.append((char) (first >= 'A' && first <= 'Z' ? first + 32 : first));
        } else if (end - start == 1 && isInert(first)) {
            folded.append((char) first);
        } else {
            folded.append(fold(original.substring(start, end)));
        }
        for (int i = before; i < folded.length(); i++) {
            mark(i, start);
        }
    }

    private void mark(int start) {
        mark(folded.length(), start);
    }

    private void mark(int place, int start) {
        if (place == starts.length) {
            starts = Arrays.copyOf(starts, starts.length + starts.length / 2 + 8);
        }
        starts[place] = start;
    }

    private static String fold(String cluster) {
        String composed = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        String cased =
                Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return cased.replace('ς', 'σ').replace("i" + DOT_ABOVE, "i");
    }

    // characters without case that no normal form changes: Han, Hangul syllables
    private static boolean isInert(int codePoint) {
        return (codePoint >= 0x4E00 && codePoint <= 0x9FFF) || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
    }

    // a base with all that may be composed into it
    private static int clusterEnd(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        for (int marks = 0; end < text.length() && marks < MOST_MARKS; marks++) {
            int next = text.codePointAt(end);
            if (next < 0x300 || !joins(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static boolean joins(int codePoint) {
        return Words.isMark(codePoint) || (codePoint >= 0x1160 && codePoint <= 0x11FF);
    }
}
