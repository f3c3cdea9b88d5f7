package dev.danamemory.summary;

import dev.danamemory.summary.Speech.Speaker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the sentences that were chosen, in their order, in one line. */
enum Telling {
    /** Says who, and when where the date changes, in the form of a context's lines. */
    DATED,
    /** Says who. */
    LABELLED,
    /** Just the sentences. */
    BARE;

    /** Those to try for a text of so many code points, best first. */
    static List<Telling> forLength(int longest) {
        return longest < RulesSummariser.SHORT ? List.of(LABELLED, BARE) : List.of(values());
    }

    String of(Iterable<Said> inOrder) {
        StringBuilder line = new StringBuilder();
        @Nullable Said before = null;
        for (Said said : inOrder) {
            String mark = mark(before, said);
            if (before != null) {
                line.append(endsOpen(before.sentence()) ? "; " : " ");
            }
            line.append(mark).append(said.sentence());
            before = said;
        }
        return line.toString();
    }

    private String mark(@Nullable Said before, Said said) {
        @Nullable String date = before == null ? null : before.speech().date();
        @Nullable Speaker speaker = before == null ? null : before.speech().speaker();
        boolean isDated = this == DATED && !said.speech().date().equals(date);
        boolean isLabelled = this != BARE && (isDated || said.speech().speaker() != speaker);
        return (isDated ? "[" + said.speech().date() + "] " : "")
                + (isLabelled ? said.speech().speaker().label() : "");
    }

    private static boolean endsOpen(String sentence) {
        return Character.isLetterOrDigit(sentence.codePointBefore(sentence.length()));
    }
}
