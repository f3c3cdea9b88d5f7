package dev.danamemory.search;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Finds places where a text may be cut without taking a character apart that a reader sees as one. Only the
 * neighbourhood is looked at, so a place in a megabyte costs no more than one in a line; what readers would call one
 * character for more than {@value #NEIGHBOURHOOD} chars may be cut, but never a surrogate pair.
 */
public final class Graphemes {
    private static final int NEIGHBOURHOOD = 128;

    private Graphemes() {}

    /** The last such place at or before the index. */
    public static int floor(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return index;
        }
        int from = start(text, index);
        BreakIterator breaks = around(text, from, index);
        int place = index - from;
        int cut = breaks.isBoundary(place) ? place : breaks.preceding(place);
        return cut > 0 ? from + cut : from == 0 ? 0 : codePointFloor(text, index);
    }

    /** The first such place at or after the index. */
    public static int ceiling(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return index;
        }
        int from = start(text, index);
        BreakIterator breaks = around(text, from, index);
        int place = index - from;
        int cut = breaks.isBoundary(place) ? place : breaks.following(place);
        int end = from + cut;
        return end < windowEnd(text, index) || end == text.length() ? end : codePointCeiling(text, index);
    }

    // a line's or word's end is a good place to begin reading; without one, begin anywhere
    private static int start(String text, int index) {
        int earliest = codePointFloor(text, Math.max(0, index - NEIGHBOURHOOD));
        for (int i = index - 1; i > earliest; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == ' ') {
                return i;
            }
        }
        return startOfFlags(text, earliest);
    }

    // flags are pairs of letters, which only their run's beginning tells apart
    private static int startOfFlags(String text, int index) {
        int start = index;
        while (start > 0 && isFlagLetter(text.codePointBefore(start))) {
            start -= 2;
        }
        return start;
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static int windowEnd(String text, int index) {
        return codePointCeiling(text, Math.min(text.length(), index + NEIGHBOURHOOD));
    }

    private static BreakIterator around(String text, int from, int index) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.substring(from, windowEnd(text, index)));
        return breaks;
    }

    private static int codePointFloor(String text, int index) {
        return splitsPair(text, index) ? index - 1 : index;
    }

    private static int codePointCeiling(String text, int index) {
        return splitsPair(text, index) ? index + 1 : index;
    }

    private static boolean splitsPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
    }
}
