package dev.danamemory.summary;

import dev.danamemory.search.Graphemes;
import java.util.Arrays;

/**
 * How much of each of many texts can be looked at when all together must not be more than a limit: short ones are whole,
 * the long ones share what is left.
 *
 * @param each chars of one text, 0 or more
 */
public record Allowance(int each) {
    /** The largest that keeps the sum within the limit. */
    public static Allowance of(int[] lengths, long limit) {
        int[] shortestFirst = lengths.clone();
        Arrays.sort(shortestFirst);
        long left = limit;
        for (int i = 0; i < shortestFirst.length; i++) {
            int still = shortestFirst.length - i;
            if ((long) shortestFirst[i] * still > left) {
                return new Allowance((int) (left / still));
            }
            left -= shortestFirst[i];
        }
        return new Allowance(Integer.MAX_VALUE);
    }

    /** Whether a text of that length is whole. */
    public boolean allows(int length) {
        return length <= each;
    }

    /** The text, without its middle where it is too long; no character is taken apart. */
    public String cut(String text) {
        return allows(text.length()) ? text : head(text) + "…" + tail(text);
    }

    String head(String text) {
        return text.substring(0, Graphemes.floor(text, each / 2));
    }

    String tail(String text) {
        return text.substring(Graphemes.ceiling(text, text.length() - each / 2));
    }
}
