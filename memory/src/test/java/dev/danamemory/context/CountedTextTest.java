package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Unicode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedTextTest {
    /** One token per char; keeps what it was asked. */
    private static final class Chars implements TokenCounter {
        private final List<String> asked = new ArrayList<>();

        @Override
        public String name() {
            return "chars";
        }

        @Override
        public int count(String text) {
            asked.add(text);
            return text.length();
        }
    }

    private final Chars chars = new Chars();

    @Test
    void aTextOfOneChunkIsCountedWholeAndOnce() {
        CountedText text = new CountedText("some words", chars);
        assertThat(text.fits(10)).isTrue();
        assertThat(text.fits(9)).isFalse();
        assertThat(text.tokens()).isEqualTo(10);
        assertThat(chars.asked).containsExactly("some words");
    }

    @Test
    void whatDoesNotFitIsCountedOnlySoFar() {
        CountedText text = new CountedText("word ".repeat(100_000), chars);
        assertThat(text.fits(100)).isFalse();
        assertThat(chars.asked).hasSize(1);
        assertThat(text.fits(50)).isFalse();
        assertThat(chars.asked).hasSize(1);
        assertThat(text.fits(20_000)).isFalse();
        assertThat(chars.asked).hasSize(3);
    }

    @Test
    void chunksAreAllOfTheTextAndBeginAtBlanks() {
        String words = "word ".repeat(10_000);
        assertThat(new CountedText(words, chars).tokens()).isEqualTo(words.length());
        assertThat(String.join("", chars.asked)).isEqualTo(words);
        assertThat(chars.asked.subList(1, chars.asked.size())).allMatch(chunk -> chunk.startsWith(" "));
    }

    @Test
    void noChunkEndsInsideASurrogatePair() {
        String cakes = "x" + "🎂".repeat(20_000);
        new CountedText(cakes, chars).tokens();
        assertThat(String.join("", chars.asked)).isEqualTo(cakes);
        assertThat(chars.asked).hasSizeGreaterThan(3).allMatch(Unicode::isWellFormed);
    }

    @Test
    void anEmptyTextFitsAnywhere() {
        assertThat(new CountedText("", chars).fits(0)).isTrue();
        assertThat(new CountedText("a", chars).fits(0)).isFalse();
        assertThat(new CountedText("a", chars).fits(-1)).isFalse();
    }
}
