package dev.danamemory.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.Unicode;
import dev.danamemory.search.SampleTurns;
import dev.danamemory.search.SeededTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every summary by rules. The seed is in the test's name. */
class RulesSummariserPropertyTest {
    private static final String SECRET = "zqxj";

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<Turn> turns(SeededTexts texts) {
        List<Turn> turns = new ArrayList<>();
        for (int number = 1 + texts.below(30); number > 0; number--) {
            TurnStatus status = texts.below(4) > 0 ? TurnStatus.COMPLETE : texts.pick(List.of(TurnStatus.values()));
            String secret = status == TurnStatus.COMPLETE ? "" : SECRET + " ";
            turns.add(SampleTurns.turn(
                    turns.size() + 1L,
                    secret + texts.side(),
                    texts.side() + (secret.isEmpty() ? "" : " 0" + secret),
                    status,
                    List.of()));
        }
        return turns;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundedWellFormedOneLineAndOfCompleteTurnsAlone(long seed) {
        List<Turn> turns = turns(new SeededTexts(seed));
        int said = turns.stream()
                .filter(Turn::isComplete)
                .mapToInt(turn -> OneLine.length(turn.userInput()) + OneLine.length(turn.agentResponse()))
                .sum();
        String summary = new RulesSummariser().summarise(turns);
        assertThat(summary.isEmpty()).isEqualTo(said == 0);
        assertThat(Unicode.codePoints(summary)).isLessThanOrEqualTo(Math.min(said, RulesSummariser.LONGEST));
        assertThat(Unicode.isWellFormed(summary)).isTrue();
        assertThat(summary).isEqualTo(OneLine.of(summary)).doesNotContain(SECRET);
        assertThat(new RulesSummariser().summarise(turns)).isEqualTo(summary);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLengthOfALineIsKnownWithoutMakingIt(long seed) {
        String text = new SeededTexts(seed).side();
        assertThat(OneLine.length(text)).isEqualTo(Unicode.codePoints(OneLine.of(text)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sentencesLoseNothingButWhiteSpaceAndAreShort(long seed) {
        String text = new SeededTexts(seed).side();
        List<String> sentences = Sentences.of(text);
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(Unicode.codePoints(sentence)).isBetween(1, Sentences.LONGEST);
            assertThat(Unicode.isWellFormed(sentence)).isTrue();
        });
        assertThat(bare(String.join("", sentences))).isEqualTo(bare(text));
    }

    // an ellipsis may be the text's own
    private static String bare(String text) {
        return OneLine.of(text).replace(" ", "").replace("…", "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allowanceIsTheLargestThatKeepsToTheLimit(long seed) {
        SeededTexts random = new SeededTexts(seed);
        int[] lengths = new int[1 + random.below(20)];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = random.below(100);
        }
        int limit = random.below(1_500);
        Allowance allowance = Allowance.of(lengths, limit);
        long all = 0;
        long more = 0;
        for (int length : lengths) {
            all += Math.min(length, allowance.each());
            more += Math.min(length, allowance.each() + 1L);
        }
        assertThat(all).isLessThanOrEqualTo(limit);
        if (!allowance.allows(99)) {
            assertThat(more).isGreaterThan(limit);
        }
    }
}
