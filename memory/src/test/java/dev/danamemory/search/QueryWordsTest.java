package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryWordsTest {
    @Test
    void tellingWordsAreLookedForOnceEach() {
        QueryWords words = QueryWords.of("What about the OVEN, the oven door?");
        assertThat(words.places()).containsOnlyKeys("oven", "door");
        assertThat(words.onlyStopWords()).isFalse();
    }

    @Test
    void stopWordsAreLookedForWhenTheyAreAllThereIs() {
        QueryWords words = QueryWords.of("What is THE?");
        assertThat(words.places()).containsOnlyKeys("what", "is", "the");
        assertThat(words.onlyStopWords()).isTrue();
        assertThat(QueryWords.of("…").places()).isEmpty();
    }

    @Test
    void wordsAreCountedOverAllTexts() {
        QueryWords words = QueryWords.of("oven door");
        WordCounts counted = words.count("the oven and the oven", "a door, an ovendoor", "");
        assertThat(counted.length()).isEqualTo(9);
        assertThat(counted.counts()[words.places().get("oven")]).isEqualTo(2);
        assertThat(counted.counts()[words.places().get("door")]).isEqualTo(1);
    }

    @Test
    void theFirstOfThemIsFoundWhicheverItIs() {
        QueryWords words = QueryWords.of("oven door");
        assertThat(words.firstIn("ovens, a door, an oven")).containsExactly(9, 13);
        assertThat(words.firstIn("nothing")).isEmpty();
    }

    @Test
    void pairsAreLookedForInScriptsWithoutSpaces() {
        QueryWords words = QueryWords.of("蛋糕");
        WordCounts counted = words.count("生日蛋糕");
        assertThat(counted.counts()[words.places().get("蛋糕")]).isEqualTo(1);
        assertThat(words.count("糕蛋").counts()[words.places().get("蛋糕")]).isZero();
    }

    @Test
    void commonWordsAreStopWordsAndOthersAreNot() {
        assertThat(StopWords.contains("the")).isTrue();
        assertThat(StopWords.contains("yourselves")).isTrue();
        assertThat(StopWords.contains("oven")).isFalse();
        assertThat(StopWords.contains("")).isFalse();
    }
}
