package dev.danamemory.agents.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A word of a text, or a run of characters of a script that is written without spaces.
 *
 * @param text folded, so that the writings of one word are equal
 * @param start where it begins in the text it was found in
 * @param end where it ends
 * @param run whether it is such a run, which is compared by its pairs of characters
 */
record Word(String text, int start, int end, boolean run) {
    /** The words' texts, in order. */
    static List<String> texts(List<Word> words) {
        List<String> texts = new ArrayList<>(words.size());
        for (Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    /** The words with a blank between each two, and at both ends, so that phrases can be found in it. */
    static String phrase(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    /** What the word can be found by: itself, or each character and each pair of a run. */
    Stream<String> terms() {
        if (!run) {
            return Stream.of(text);
        }
        return Stream.concat(text.codePoints().mapToObj(Character::toString), pairs(text).stream());
    }

    /** The pairs of neighbouring characters. */
    static List<String> pairs(String run) {
        int[] characters = run.codePoints().toArray();
        return Stream.iterate(0, i -> i < characters.length - 1, i -> i + 1)
                .map(i -> new String(characters, i, 2))
                .toList();
    }
}
