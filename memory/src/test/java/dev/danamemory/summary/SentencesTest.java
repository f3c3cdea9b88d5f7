package dev.danamemory.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void sentencesOfAnyScript() {
        assertThat(Sentences.of("One is here. Two is there! Is it?"))
                .containsExactly("One is here.", "Two is there!", "Is it?");
        assertThat(Sentences.of("我们去东京。好吗？好的！")).containsExactly("我们去东京。", "好吗？", "好的！");
        assertThat(Sentences.of("हम मिलेंगे। ठीक है।")).containsExactly("हम मिलेंगे।", "ठीक है।");
    }

    @Test
    void titlesOrdinalsAndFractionsEndNone() {
        assertThat(Sentences.of("Am 5. Mai kommt Dr. Meier. Das kostet 3.50 Euro."))
                .containsExactly("Am 5. Mai kommt Dr. Meier.", "Das kostet 3.50 Euro.");
    }

    @Test
    void linesEndASentenceUnlessTheyOnlyWrapIt() {
        assertThat(Sentences.of("- milk\n- Eggs\r\n\r\nA line that\nis wrapped\r\nand goes on\n2 more"))
                .containsExactly("- milk", "- Eggs", "A line that is wrapped and goes on", "2 more");
    }

    @Test
    void aLongOneIsCutWhereItPauses() {
        String clause = "x".repeat(99);
        assertThat(Sentences.of(clause + ", " + clause + ", " + clause + ", " + clause))
                .containsExactly(clause + ", " + clause + ",…", "…" + clause + ", " + clause);
        assertThat(Sentences.of((clause + " ").repeat(3).strip()))
                .containsExactly(clause + " " + clause + "…", "…" + clause);
    }

    @Test
    void whereNothingPausesNoCharacterIsTakenApart() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(Sentences.of(family.repeat(80)))
                .allSatisfy(part -> assertThat(part.replace("…", ""))
                        .isEqualTo(family.repeat(part.replace("…", "").length() / family.length())));
    }

    @Test
    void nothingGivesNone() {
        assertThat(Sentences.of(" \n\u0000 ")).isEmpty();
    }
}
