package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Unicode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphemesTest {
    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧‍👦", "🇧🇪", "e\u0323\u0302", "🎂", "\r\n", "각", "👍🏽"})
    void aCharacterThatAReaderSeesAsOneIsNotTakenApart(String one) {
        String text = "before " + one + " after";
        int start = "before ".length();
        for (int i = start + 1; i < start + one.length(); i++) {
            assertThat(Graphemes.floor(text, i)).isEqualTo(start);
            assertThat(Graphemes.ceiling(text, i)).isEqualTo(start + one.length());
        }
        assertThat(Graphemes.floor(text, start)).isEqualTo(start);
        assertThat(Graphemes.ceiling(text, start + one.length())).isEqualTo(start + one.length());
    }

    @Test
    void bothEndsAreGoodPlaces() {
        assertThat(Graphemes.floor("abc", 0)).isZero();
        assertThat(Graphemes.ceiling("abc", 3)).isEqualTo(3);
        assertThat(Graphemes.floor("", 0)).isZero();
        assertThat(Graphemes.floor("e\u0301", 1)).isZero();
        assertThat(Graphemes.ceiling("e\u0301", 1)).isEqualTo(2);
    }

    @Test
    void anEndlessCharacterIsCutSomewhere() {
        String endless = "a" + "\u0301".repeat(10_000);
        assertThat(Graphemes.floor(endless, 5_000)).isBetween(4_800, 5_000);
        assertThat(Graphemes.ceiling(endless, 5_000)).isBetween(5_000, 5_200);
        assertThat(Graphemes.floor(endless, 50)).isZero();
    }

    @Test
    void noPlaceIsEverInsideASurrogatePairAndBothSidesHoldTheIndex() {
        for (long seed = 0; seed < 100; seed++) {
            String text = new SeededTexts(seed).side();
            for (int i = 0; i <= text.length(); i += 1 + text.length() / 100) {
                int floor = Graphemes.floor(text, i);
                int ceiling = Graphemes.ceiling(text, i);
                assertThat(floor).as("seed %d, place %d", seed, i).isBetween(0, i);
                assertThat(ceiling).as("seed %d, place %d", seed, i).isBetween(i, text.length());
                assertThat(Unicode.isWellFormed(text.substring(0, floor))).isTrue();
                assertThat(Unicode.isWellFormed(text.substring(ceiling))).isTrue();
            }
        }
    }
}
