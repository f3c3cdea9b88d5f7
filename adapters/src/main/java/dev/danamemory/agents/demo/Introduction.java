package dev.danamemory.agents.demo;

import java.util.Collections;
import java.util.List;

/** Finds where somebody says a name. */
final class Introduction {
    private Introduction() {}

    /**
     * Where the phrase begins, or -1.
     *
     * @param capitalOnly whether the next word must be written like a name, as in "I am Bob" but not "I am tired"
     */
    static int find(String text, List<Word> words, List<String> phrase, boolean capitalOnly) {
        List<String> spoken = Word.texts(words);
        int from = 0;
        while (from <= spoken.size() - phrase.size()) {
            int found = Collections.indexOfSubList(spoken.subList(from, spoken.size()), phrase);
            if (found < 0) {
                return -1;
            }
            int next = from + found + phrase.size();
            if (!capitalOnly
                    || (next < words.size()
                            && isName(text.codePointAt(words.get(next).start())))) {
                return words.get(from + found).start();
            }
            from = next;
        }
        return -1;
    }

    private static boolean isName(int first) {
        return Character.isLetter(first) && !Character.isLowerCase(first);
    }
}
