package dev.danamemory.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, numbers and dates are kept, measured against the first sentences of what was said, in texts as long. */
class FactsSurviveTest {
    private final Summariser summariser = new RulesSummariser();

    private record Shares(double kept, double lead) {}

    private Shares shares(Facts facts, List<List<Turn>> runs) {
        double all = 0;
        double kept = 0;
        double lead = 0;
        for (List<Turn> run : runs) {
            Set<String> wanted = facts.in(Facts.textOf(run));
            String summary = summariser.summarise(run);
            all += wanted.size();
            kept += Facts.kept(wanted, summary);
            lead += Facts.kept(wanted, Facts.leadOf(run, summary.length()));
        }
        return new Shares(kept / all, lead / all);
    }

    @ParameterizedTest
    @CsvSource({"NUMBERS, 0.85", "NAMES, 0.85", "DATES, 0.85"})
    void inADialogueWithAnAssistant(Facts facts, double least) {
        Shares shares = shares(facts, List.of(Dialogues.kitchen()));
        assertThat(shares.kept()).isGreaterThanOrEqualTo(least).isGreaterThan(shares.lead() + 0.2);
    }

    /** Measured on 66 runs of five dialogues: 0.94, 0.87 and 0.88, where first sentences keep 0.37, 0.61 and 0.21. */
    @ParameterizedTest
    @CsvSource({"NUMBERS, 0.9", "NAMES, 0.83", "DATES, 0.84"})
    void inLongTalksBetweenFriends(Facts facts, double least) {
        Shares shares = shares(facts, Dialogues.locomo());
        assertThat(shares.kept()).isGreaterThanOrEqualTo(least).isGreaterThan(shares.lead() + 0.2);
    }
}
