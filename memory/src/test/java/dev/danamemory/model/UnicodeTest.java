package dev.danamemory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "👋", "a👋b", "👋👋", "\uFFFF", "\u0000", "👨‍👩‍👧"})
    void isWellFormed(String text) {
        assertThat(Unicode.isWellFormed(text)).isTrue();
    }

    @Test
    void halfASurrogatePairIsNot() {
        for (String text :
                new String[] {"\ud83d", "\udc4b", "a\ud83d", "\ud83da", "\udc4b\ud83d", "👋\udc4b", "\ud83d👋"}) {
            assertThat(Unicode.isWellFormed(text)).isFalse();
        }
    }

    @Test
    void wellFormedIsWhatSurvivesUtf8() {
        long seed = 3;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append((char) (random.nextBoolean() ? 0xd7fe + random.nextInt(0x804) : random.nextInt(0x10000)));
            }
            String original = text.toString();
            String back = new String(original.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(Unicode.isWellFormed(original))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(back.equals(original));
        }
    }

    @Test
    void countsBytesAndCodePoints() {
        assertThat(Unicode.utf8Length("aé€👋")).isEqualTo(10);
        assertThat(Unicode.codePoints("aé€👋")).isEqualTo(4);
    }

    @Test
    void cutsBetweenCodePoints() {
        assertThat(Unicode.cut("a👋b", 2)).isEqualTo("a👋");
        assertThat(Unicode.cut("a👋b", 3)).isEqualTo("a👋b");
        assertThat(Unicode.cut("a👋b", 9)).isEqualTo("a👋b");
        assertThat(Unicode.cut("👋", 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|a/b", "..", "👋", " ", "\u0000", "e\u0301"})
    void anyWellFormedTextNamesAUser(String name) {
        assertThat(new UserId(name).value()).isEqualTo(name);
    }

    @Test
    void aUserHas1To256CodePoints() {
        assertThat(UserId.isValid("👋".repeat(256))).isTrue();
        for (String name : new String[] {"", "👋".repeat(257), "\ud83d"}) {
            assertThat(UserId.isValid(name)).isFalse();
            assertThatThrownBy(() -> new UserId(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new UserId("é")).isNotEqualTo(new UserId("e\u0301"));
    }
}
