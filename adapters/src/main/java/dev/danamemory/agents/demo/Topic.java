package dev.danamemory.agents.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something a question asks about.
 *
 * @param label as the user wrote it
 * @param terms the word; or of a run its pairs of characters, in order
 * @param run whether it is a run
 */
record Topic(String label, List<String> terms, boolean run) {
    /** More than that nobody asks about at once; it bounds the work on a question of any length. */
    private static final int MOST = 64;

    /** So many pairs of a run in a row are taken for the same word, whatever stands around them. */
    private static final int LONG_STRETCH = 3;

    /** What the question asks about, in its order. */
    static List<Topic> of(String question, List<Word> words, Lexicon lexicon) {
        Set<String> stopWords = lexicon.stopWords(words);
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (Word word : words) {
            if (topics.size() >= MOST) {
                break;
            }
            if (word.run()) {
                lexicon.weighty(word.text()).forEach(piece -> addRun(piece, topics));
            } else if (!stopWords.contains(word.text())) {
                String label = question.substring(word.start(), word.end());
                topics.putIfAbsent(word.text(), new Topic(label, List.of(word.text()), false));
            }
        }
        return new ArrayList<>(topics.values());
    }

    private static void addRun(String piece, Map<String, Topic> topics) {
        List<String> pairs = Word.pairs(piece);
        if (!pairs.isEmpty()) {
            topics.putIfAbsent(piece, new Topic(piece, pairs, true));
        } else if (Character.isIdeographic(piece.codePointAt(0))) {
            topics.putIfAbsent(piece, new Topic(piece, List.of(piece), true));
        }
    }

    /** How much of it a text says that has these terms: 0 for nothing, else the more characters the more. */
    int weight(Set<String> found) {
        if (!run) {
            return found.containsAll(terms) ? label.codePointCount(0, label.length()) : 0;
        }
        int shared = 0;
        int stretch = 0;
        int longest = 0;
        for (String term : terms) {
            boolean there = found.contains(term);
            shared += there ? 1 : 0;
            stretch = there ? stretch + 1 : 0;
            longest = Math.max(longest, stretch);
        }
        boolean same = shared * 2 >= terms.size() || longest >= LONG_STRETCH;
        return same ? shared + 1 : 0;
    }
}
