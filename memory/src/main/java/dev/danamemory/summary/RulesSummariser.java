package dev.danamemory.summary;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Summarises by rules alone, offline, and the same turns always alike: the sentences that say most, in their order and in
 * their own words. Names, numbers, dates and decisions weigh most, and what was told once weighs nothing again. Each
 * change of speaker is marked, and where there is room each change of date: {@code [2026-11-20] User: … Assistant: …}.
 *
 * <p>The text is one line of at most {@value #LONGEST} code points, at most a third of what was said (but
 * {@value #SHORT}), and never longer than that. It is empty exactly when no complete turn says anything. Of more than
 * {@value #MOST_READ} chars the beginning and the end of the longest texts are read. Safe for several threads.
 */
public final class RulesSummariser implements Summariser {
    /** Code points of the longest summary. */
    public static final int LONGEST = 1_200;

    /** Code points of a summary that may be more than a third. */
    static final int SHORT = 240;

    private static final int MOST_READ = 1024 * 1024;

    @Override
    public String summarise(List<Turn> turns) {
        List<Speech> speeches = Speech.of(turns);
        if (speeches.isEmpty()) {
            return "";
        }
        Vocabulary vocabulary = new Vocabulary();
        List<Said> all = sentences(speeches, vocabulary);
        int budget = budget(speeches);
        for (Telling telling : Telling.forLength(budget)) {
            Optional<String> text = new Choice(all, vocabulary, budget, telling).text();
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw new IllegalStateException("no sentence is longer than all that was said");
    }

    private static int budget(List<Speech> speeches) {
        long said = 0;
        for (Speech speech : speeches) {
            said += speech.length();
        }
        return (int) Math.min(Math.min(said, LONGEST), Math.max(SHORT, said / 3));
    }

    private static List<Said> sentences(List<Speech> speeches, Vocabulary vocabulary) {
        int[] lengths =
                speeches.stream().mapToInt(speech -> speech.text().length()).toArray();
        Allowance allowance = Allowance.of(lengths, MOST_READ);
        List<Said> all = new ArrayList<>();
        for (Speech speech : speeches) {
            for (String part : speech.read(allowance)) {
                for (String sentence : Sentences.of(part)) {
                    all.add(Said.of(speech, all.size(), sentence, vocabulary));
                }
            }
        }
        return all;
    }
}
