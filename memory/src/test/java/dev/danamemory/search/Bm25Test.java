package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Bm25Test {
    private static WordCounts counts(int length, int... counts) {
        return new WordCounts(counts, length);
    }

    @Test
    void scoresAsTheFormulaSays() {
        Bm25 ranking = new Bm25(2);
        WordCounts first = counts(10, 2, 0);
        ranking.add(first);
        ranking.add(counts(20, 0, 1));
        ranking.add(counts(30, 1, 1));
        double rarity = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
        double expected = rarity * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 10 / 20));
        assertThat(ranking.score(first)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aWordInEveryTextIsStillWorthSomething() {
        Bm25 ranking = new Bm25(1);
        ranking.add(counts(5, 1));
        assertThat(ranking.score(counts(5, 1))).isPositive();
        assertThat(ranking.score(counts(5, 0))).isZero();
    }

    @Test
    void emptyTextsDoNoHarm() {
        Bm25 ranking = new Bm25(1);
        ranking.add(counts(0, 0));
        assertThat(ranking.score(counts(0, 0))).isZero();
        assertThat(ranking.score(counts(1, 1))).isFinite().isPositive();
    }

    @Test
    void rarerOftenerAndShorterAreBetter() {
        Bm25 ranking = new Bm25(2);
        for (int i = 0; i < 9; i++) {
            ranking.add(counts(10, 1, 0));
        }
        ranking.add(counts(10, 0, 1));
        assertThat(ranking.score(counts(10, 0, 1))).isGreaterThan(ranking.score(counts(10, 1, 0)));
        assertThat(ranking.score(counts(10, 2, 0))).isGreaterThan(ranking.score(counts(10, 1, 0)));
        assertThat(ranking.score(counts(5, 1, 0))).isGreaterThan(ranking.score(counts(10, 1, 0)));
    }

    @Test
    void countsKnowWhetherThereIsAny() {
        assertThat(counts(3, 0, 0, 1).any()).isTrue();
        assertThat(counts(3, 0, 0).any()).isFalse();
        assertThat(counts(3).any()).isFalse();
    }
}
