package dev.danamemory.summary;

import dev.danamemory.model.Unicode;
import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A sentence that a summary may take.
 *
 * @param place its place among all sentences
 * @param length in code points
 * @param weight how much more or less it tells than its words do
 */
record Said(Speech speech, int place, String sentence, int length, Vocabulary.Words words, double weight) {
    private static final Pattern QUESTION = Pattern.compile(".*[?？؟][\\p{P}\\p{S}]*");
    private static final double OF_QUESTION = 0.4;
    // what a sentence costs besides its length; without it two words with a number would win over every sentence
    private static final int COST_OF_EACH = 40;
    // something is told of whatever was said
    private static final double LEAST_WORTH = 0.01;

    static Said of(Speech speech, int place, String sentence, Vocabulary vocabulary) {
        Vocabulary.Words words = vocabulary.read(sentence);
        double weight = words.weight() * (QUESTION.matcher(sentence).matches() ? OF_QUESTION : 1);
        return new Said(speech, place, sentence, Unicode.codePoints(sentence), words, weight);
    }

    /** What taking it is worth, for its length, when these words are told already. */
    double worth(Vocabulary vocabulary, BitSet told) {
        IntStream fresh = IntStream.of(words.ids()).filter(word -> !told.get(word));
        return (LEAST_WORTH + vocabulary.worth(fresh) * weight) / (length + COST_OF_EACH);
    }
}
