package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "STRASSE, straße",
        "ὈΔΥΣΣΕΎΣ, ὀδυσσεύς",
        "İSTANBUL, istanbul",
        "ISI, ısı",
        "ﬁn, FIN",
        "CAFE\u0301, café",
        "\u1112\u1161\u11AB, 한",
        "か\u3099, が",
        "e\u0302\u0323, ệ",
        "ᾼ, αι",
        "\u212B, å",
        "ſ, S",
        "ᏸ, Ᏸ"
    })
    void foldsToOneForm(String one, String other) {
        assertThat(Folded.of(one).text()).isEqualTo(Folded.of(other).text());
    }

    @ParameterizedTest
    @CsvSource({"cafe, café", "か, が", "a, ä", "o, 0"})
    void keepsApartWhatIsDifferent(String one, String other) {
        assertThat(Folded.of(one).text()).isNotEqualTo(Folded.of(other).text());
    }

    @Test
    void everyPlaceLeadsBackToTheOriginal() {
        Folded folded = Folded.of("Die Straße, cafe\u0301!");
        int place = folded.text().indexOf("ss");
        assertThat(folded.originalStart(place)).isEqualTo("Die Stra".length());
        assertThat(folded.originalEnd(place + 1)).isEqualTo("Die Straß".length());
        int accent = folded.text().indexOf('é');
        assertThat(folded.originalStart(accent)).isEqualTo("Die Straße, caf".length());
        assertThat(folded.originalEnd(accent + 1)).isEqualTo("Die Straße, cafe\u0301".length());
    }

    @Test
    void placesRiseAndCoverTheOriginal() {
        for (long seed = 0; seed < 200; seed++) {
            String text = new SeededTexts(seed).text(30);
            Folded folded = Folded.of(text);
            int before = 0;
            for (int i = 0; i < folded.text().length(); i++) {
                assertThat(folded.originalStart(i)).as("seed %d", seed).isBetween(before, text.length() - 1);
                assertThat(folded.originalEnd(i + 1)).as("seed %d", seed).isGreaterThan(folded.originalStart(i));
                before = folded.originalStart(i);
            }
            assertThat(folded.originalStart(folded.text().length())).isEqualTo(text.length());
        }
    }

    @Test
    void normalFormsAndCasesOfRandomTextsFoldToTheSame() {
        for (long seed = 0; seed < 200; seed++) {
            String text = new SeededTexts(seed).text(30);
            String folded = Folded.of(text).text();
            assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD))
                            .text())
                    .as("seed %d", seed)
                    .isEqualTo(folded);
            assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFC))
                            .text())
                    .as("seed %d", seed)
                    .isEqualTo(folded);
            assertThat(Folded.of(text.toUpperCase(Locale.ROOT)).text())
                    .as("seed %d", seed)
                    .isEqualTo(folded);
            assertThat(Folded.of(folded).text()).as("seed %d", seed).isEqualTo(folded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"The Oven, 250 [C]", "The Straße", "", "@AZ[`az{"})
    void theTextAloneIsTheSame(String text) {
        assertThat(Folded.text(text)).isEqualTo(Folded.of(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83c", "\udf82x", "\u0301", "a\u0301\u0323\u0301"})
    void takesWhateverComes(String text) {
        assertThat(Folded.of(text).originalStart(Folded.of(text).text().length()))
                .isEqualTo(text.length());
    }

    @Test
    void marksWithoutEndAreFoldedInRuns() {
        String marks = "a" + "\u0301\u0323".repeat(100_000);
        // taken as one cluster, putting these in order would take time in proportion to the square of their number
        Folded folded = Folded.of(marks);
        assertThat(folded.originalEnd(1)).isEqualTo(31);
        assertThat(folded.originalStart(folded.text().length())).isEqualTo(marks.length());
    }
}
