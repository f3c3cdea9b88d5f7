package dev.danamemory.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query that are looked for: without English stop words unless there is nothing else, and of a long query
 * the first {@value #MOST}.
 *
 * @param places each word's place in the counts
 * @param firstChars what these words begin with, to tell most others apart quickly
 * @param onlyStopWords whether the query says nothing but stop words
 */
record QueryWords(Map<String, Integer> places, BitSet firstChars, boolean onlyStopWords) {
    /** Words of a query that count; more would make a pasted text slow and a turn's counts large. */
    static final int MOST = 64;

    static QueryWords of(String query) {
        LinkedHashSet<String> telling = new LinkedHashSet<>();
        LinkedHashSet<String> stop = new LinkedHashSet<>();
        String folded = Folded.text(query);
        Words.each(folded, (start, end) -> {
            String word = folded.substring(start, end);
            (StopWords.contains(word) ? stop : telling).add(word);
        });
        List<String> words = new ArrayList<>(telling.isEmpty() ? stop : telling);
        Map<String, Integer> places = new HashMap<>();
        BitSet firstChars = new BitSet();
        for (String word : words.subList(0, Math.min(MOST, words.size()))) {
            places.put(word, places.size());
            firstChars.set(word.charAt(0));
        }
        return new QueryWords(Map.copyOf(places), firstChars, telling.isEmpty());
    }

    /** How often each word stands in the folded texts. */
    WordCounts count(String... foldedTexts) {
        int[] counts = new int[places.size()];
        int[] length = {0};
        for (String text : foldedTexts) {
            Words.each(text, (start, end) -> {
                length[0]++;
                Integer place = place(text, start, end);
                if (place != null) {
                    counts[place]++;
                }
            });
        }
        return new WordCounts(counts, length[0]);
    }

    /** The place of the first of the words in the folded text as {@code {start, end}}; empty when none is there. */
    int[] firstIn(String foldedText) {
        int[] found = {-1, -1};
        Words.each(foldedText, (start, end) -> {
            if (found[0] < 0 && place(foldedText, start, end) != null) {
                found[0] = start;
                found[1] = end;
            }
        });
        return found[0] < 0 ? new int[0] : found;
    }

    private @Nullable Integer place(String text, int start, int end) {
        return firstChars.get(text.charAt(start)) ? places.get(text.substring(start, end)) : null;
    }
}
