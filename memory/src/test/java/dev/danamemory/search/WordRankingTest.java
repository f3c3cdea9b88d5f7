package dev.danamemory.search;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordRankingTest {
    private static List<Long> ranked(String query, int most, Turn... turns) {
        return WordRanking.rank(query, List.of(turns), most).stream()
                .map(one -> one.turn().turnNumber())
                .toList();
    }

    @Test
    void turnsThatShareTellingWordsComeBestFirst() {
        assertThat(ranked(
                        "What did I say about the oven repair?",
                        5,
                        turn(1, "What did I do about the bread?", "The usual."),
                        turn(2, "The oven needs a repair.", "OK"),
                        turn(3, "The oven is hot", "So it is")))
                .containsExactly(2L, 3L);
    }

    @Test
    void noMoreThanAskedForAndNewestOfEqualsFirst() {
        Turn[] turns = {turn(1, "oven", ""), turn(2, "oven", ""), turn(3, "oven", "")};
        assertThat(ranked("oven", 2, turns)).containsExactly(3L, 2L);
        assertThat(ranked("oven", 0, turns)).isEmpty();
    }

    @Test
    void stopWordsAloneTellNothing() {
        assertThat(ranked("what is it", 5, turn(1, "what is it", ""))).isEmpty();
        assertThat(ranked("", 5, turn(1, "what is it", ""))).isEmpty();
        assertThat(ranked("oven", 5)).isEmpty();
    }

    @Test
    void oftenAndInAShortTextIsBetter() {
        assertThat(ranked(
                        "oven",
                        5,
                        turn(1, "oven " + "other words ".repeat(30), ""),
                        turn(2, "oven oven words", ""),
                        turn(3, "oven words also", "")))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void ofAPastedTextTheFirstWordsCount() {
        String pasted =
                IntStream.range(0, QueryWords.MOST).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(QueryWords.of(pasted + " last").places())
                .hasSize(QueryWords.MOST)
                .doesNotContainKey("last");
    }
}
