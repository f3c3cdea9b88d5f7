package dev.danamemory.search;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnSearchTest {
    private final TurnSearch search = new TurnSearch();

    private List<SearchHit> hits(String query, int limit, Turn... turns) {
        return search.search(query, History.of(List.of(turns)), limit);
    }

    private List<Long> found(String query, Turn... turns) {
        return hits(query, 50, turns).stream()
                .map(hit -> hit.turn().turnNumber())
                .toList();
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> hits("oven", 0, turn(1, "oven", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void aSubstringRanksBeforeWords() {
        assertThat(found(
                        "oven repair",
                        turn(1, "The oven repair was dear.", "Indeed, and this goes on for quite a while."),
                        turn(2, "repair! oven oven! repair?", "oven, repair"),
                        turn(3, "Unrelated.", "Yes.")))
                .containsExactly(1L, 2L);
    }

    @Test
    void scoresPartSubstringsFromWords() {
        List<SearchHit> hits = hits("oven repair", 5, turn(1, "oven repair", ""), turn(2, "repair oven", ""));
        assertThat(hits.get(0).score()).isGreaterThan(1000);
        assertThat(hits.get(1).score()).isBetween(0.001, 999.0);
    }

    @Test
    void aSubstringInsideAWordOrOfSignsIsFound() {
        assertThat(found("ove", turn(1, "the oven", ""))).containsExactly(1L);
        assertThat(found("€1,2", turn(1, "", "It was €1,250."))).containsExactly(1L);
        assertThat(found("🎂", turn(1, "two 🎂🎂", ""))).containsExactly(1L);
        assertThat(found("%", turn(1, "100%", ""), turn(2, "100", ""))).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({"STRASSE, an der Straße", "café, the cafe\u0301", "οδος, ΟΔΌΣ ΟΔΟΣ", "istanbul, İstanbul", "生日, 二十个生日蛋糕"
    })
    void caseAndNormalFormMakeNoDifference(String query, String text) {
        assertThat(hits(query, 5, turn(1, text, "")))
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isGreaterThan(1000));
    }

    @ParameterizedTest
    @CsvSource({
        "蛋糕多少钱, 我们要做生日蛋糕。",
        "コーヒー豆, 熱いコーヒーをください",
        "สวัสดีตอนเช้า, คุณ สวัสดี ครับ",
        "ខ្មែរល្អ, ភាសា ខ្មែរ",
        "猫 dog, 黒猫です"
    })
    void scriptsWithoutSpacesShareWordsToo(String query, String text) {
        assertThat(hits(query, 5, turn(1, text, ""), turn(2, "nothing", "")))
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isBetween(0.001, 999.0));
    }

    @Test
    void stopWordsCountOnlyWhenThereIsNothingElse() {
        Turn one = turn(1, "is it the one", "");
        Turn two = turn(2, "bread", "");
        assertThat(found("is it bread?", one, two)).containsExactly(2L);
        assertThat(found("the is", one, two)).containsExactly(1L);
    }

    @Test
    void rareWordsWeighMoreAndEqualTurnsComeNewestFirst() {
        assertThat(found(
                        "flour rye",
                        turn(1, "flour", ""),
                        turn(2, "rye", ""),
                        turn(3, "flour", ""),
                        turn(4, "flour", "")))
                .containsExactly(2L, 4L, 3L, 1L);
        assertThat(found("same", turn(1, "same", ""), turn(2, "same", ""))).containsExactly(2L, 1L);
    }

    @Test
    void onlyCompleteTurnsAreSearched() {
        assertThat(found(
                        "oven",
                        turn(1, "oven", "", TurnStatus.FAILED, List.of()),
                        turn(2, "oven", "", TurnStatus.REDACTED, List.of()),
                        turn(3, "oven", "x")))
                .containsExactly(3L);
    }

    @Test
    void theTwoTextsAreSearchedEachByItself() {
        assertThat(found("one two", turn(1, "one", "two"))).containsExactly(1L);
        assertThat(hits("e t", 5, turn(1, "one", "two"))).isEmpty();
        assertThat(found("t-1", turn(1, "one", "two"))).isEmpty();
        assertThat(found("2026", turn(1, "one", "two"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aBlankQueryFindsNothing(String query) {
        assertThat(hits(query, 5, turn(1, "a b", ""))).isEmpty();
    }

    @Test
    void theLimitHolds() {
        Turn[] turns =
                LongStream.rangeClosed(1, 60).mapToObj(i -> turn(i, "oven", "")).toArray(Turn[]::new);
        assertThat(hits("oven", 7, turns))
                .extracting(hit -> hit.turn().turnNumber())
                .containsExactly(60L, 59L, 58L, 57L, 56L, 55L, 54L);
    }

    @Test
    void turnsTooManyToKeepAreReadAgain() {
        LargeHistory history = new LargeHistory();
        List<SearchHit> hits = search.search("sharp needle", history, 2);
        assertThat(hits).extracting(hit -> hit.turn().turnNumber()).containsExactly(95L, 5L);
        assertThat(history.readAgain).containsExactly(5L);
    }

    @Test
    void aTurnThatIsRedactedMeanwhileIsLeftOut() {
        LargeHistory history = new LargeHistory();
        history.status = TurnStatus.REDACTED;
        assertThat(search.search("sharp needle", history, 3))
                .extracting(hit -> hit.turn().turnNumber())
                .containsExactly(95L, 100L, 99L);
    }

    /** 100 turns of 200,000 chars, of which numbers 5 and 95 hold the needle and all others a word of it. */
    private static final class LargeHistory implements History {
        private final List<Long> readAgain = new ArrayList<>();
        private TurnStatus status = TurnStatus.COMPLETE;

        @Override
        public Iterator<Turn> iterator() {
            return LongStream.rangeClosed(1, 100)
                    .mapToObj(number -> SampleTurns.turn(number, text(number), ""))
                    .iterator();
        }

        private static String text(long number) {
            String word = number % 90 == 5 ? "sharp needle " : "a needle ";
            return (word + "x".repeat(192) + " ").repeat(1_000);
        }

        @Override
        public Optional<Turn> turn(long number) {
            readAgain.add(number);
            return Optional.of(SampleTurns.turn(number, text(number), "", status, List.of()));
        }
    }
}
