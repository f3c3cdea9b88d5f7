package dev.danamemory.search;

/** Finds a text in others in linear time, whatever the two are made of (Knuth, Morris, Pratt). */
final class Needle {
    private final String text;
    private final int[] fallback;

    /** @param text folded, not empty */
    Needle(String text) {
        this.text = text;
        this.fallback = new int[text.length()];
        int matched = 0;
        for (int i = 1; i < text.length(); i++) {
            matched = step(matched, text.charAt(i));
            fallback[i] = matched;
        }
    }

    int length() {
        return text.length();
    }

    /** Where it first stands in the folded text, or -1. */
    int in(String haystack) {
        int matched = 0;
        for (int i = 0; i < haystack.length(); i++) {
            matched = step(matched, haystack.charAt(i));
            if (matched == text.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    private int step(int matched, char next) {
        int so = matched;
        while (so > 0 && text.charAt(so) != next) {
            so = fallback[so - 1];
        }
        return text.charAt(so) == next ? so + 1 : so;
    }
}
