package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Unicode;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void whatIsShortStandsWhole() {
        assertThat(Excerpt.quoted("a \"b\"\nc", 3)).isEqualTo("\"a \"b\"\nc\"");
        String limit = "😀".repeat(Excerpt.LONGEST);
        assertThat(Excerpt.quoted(limit, 0)).isEqualTo('"' + limit + '"');
    }

    @Test
    void whatIsLongIsCutAtCodePoints() {
        String text = "😀".repeat(Excerpt.LONGEST + 1);
        assertThat(Excerpt.quoted(text, 0)).isEqualTo('"' + "😀".repeat(Excerpt.LONGEST) + "…\"");
        assertThat(Unicode.isWellFormed(Excerpt.quoted(text, 200))).isTrue();
    }

    @Test
    void thePlaceIsInside() {
        String text = "a".repeat(1_000) + "oven" + "b".repeat(1_000);
        assertThat(Excerpt.quoted(text, 1_000)).isEqualTo("\"…" + "a".repeat(80) + "oven" + "b".repeat(216) + "…\"");
    }

    @Test
    void theEndHasNoEllipsis() {
        String text = "a".repeat(1_000) + "oven";
        assertThat(Excerpt.quoted(text, 1_000)).isEqualTo("\"…" + "a".repeat(80) + "oven\"");
    }

    @Test
    void headsAreCut() {
        assertThat(Excerpt.head("oven", 4)).isEqualTo("oven");
        assertThat(Excerpt.head("ovens", 4)).isEqualTo("oven…");
    }
}
