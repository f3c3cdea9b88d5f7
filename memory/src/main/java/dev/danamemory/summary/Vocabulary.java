package dev.danamemory.summary;

import dev.danamemory.search.SearchWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of the sentences to choose from, and what it is worth that a summary has them. For one thread. */
final class Vocabulary {
    private static final double NUMBER = 3;
    private static final double NAME = 3;
    private static final double TIME = 2;
    // a table has numbers enough to push out all that is said
    private static final int NUMBERS_OF_A_SENTENCE = 3;
    private static final double FURTHER_NUMBER = 0.25;

    /**
     * What a sentence has of it.
     *
     * @param ids of the words that can be worth something, each once
     * @param weight how much more or less it tells than these words do
     */
    @SuppressWarnings("ArrayRecordComponent") // thousands are kept at once; nobody compares them
    record Words(int[] ids, double weight) {}

    private final Map<String, Integer> ids = new HashMap<>();
    private int[] seen = new int[64];
    private int[] capital = new int[64];
    private boolean[] number = new boolean[64];
    private boolean[] time = new boolean[64];

    /** The words of a sentence; they count from now on. */
    Words read(String sentence) {
        Reading reading = new Reading(sentence);
        SearchWords.each(sentence, reading);
        return reading.words();
    }

    /** Reads one sentence. */
    private final class Reading implements SearchWords.Sink {
        private final String sentence;
        private final IntStream.Builder telling = IntStream.builder();
        private final Tone tone = new Tone();
        private int words;
        private int capitals;

        Reading(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public void word(String folded, int start, boolean isStopWord) {
            words++;
            tone.hear(folded);
            boolean isCapital = Character.isUpperCase(sentence.codePointAt(start));
            capitals += isCapital ? 1 : 0;
            boolean isNumber = folded.codePoints().anyMatch(Character::isDigit);
            boolean isTime = Lexicon.isTime(folded);
            if (isTime || isNumber || !(isStopWord || isOneCharacter(folded) || Lexicon.isFiller(folded))) {
                int id = id(folded, isNumber, isTime);
                // the first word has a capital anyway
                telling.add(start > 0 && isCapital ? ~id : id);
            }
        }

        Words words() {
            // where most words have capitals, as in titles, those say nothing
            boolean saysNothing = capitals * 2 > words;
            int[] counted = telling.build()
                    .map(word -> count(word, saysNothing))
                    .distinct()
                    .toArray();
            return new Words(counted, tone.weight());
        }
    }

    private int count(int word, boolean capitalSaysNothing) {
        int id = word < 0 ? ~word : word;
        seen[id]++;
        capital[id] += word < 0 && !capitalSaysNothing ? 1 : 0;
        return id;
    }

    private static boolean isOneCharacter(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private int id(String word, boolean isNumber, boolean isTime) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        ids.put(word, id);
        if (id == seen.length) {
            seen = Arrays.copyOf(seen, 2 * id);
            capital = Arrays.copyOf(capital, 2 * id);
            number = Arrays.copyOf(number, 2 * id);
            time = Arrays.copyOf(time, 2 * id);
        }
        number[id] = isNumber;
        time[id] = isTime;
        return id;
    }

    /** How many words there are. */
    int size() {
        return ids.size();
    }

    /** What those words are worth together; the more often a word is said, the more it is what the talk is about. */
    double worth(IntStream words) {
        double[] worth = {0};
        int[] numbers = {0};
        words.forEach(word -> {
            if (number[word]) {
                worth[0] += numbers[0]++ < NUMBERS_OF_A_SENTENCE ? NUMBER : FURTHER_NUMBER;
            } else {
                worth[0] += ofOne(word);
            }
        });
        return worth[0];
    }

    private double ofOne(int word) {
        if (time[word]) {
            return TIME;
        }
        double topic = Math.min(1.5, 0.5 + 0.25 * Math.log(seen[word]) / Math.log(2));
        return 2 * capital[word] >= seen[word] && capital[word] > 0 ? NAME + topic : topic;
    }
}
