package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A b. C d! E f            | A b./C d!/E f
            It costs 3.50. Yes.      | It costs 3.50./Yes.
            See a.b?c=d now.         | See a.b?c=d now.
            Wait... what?!           | Wait.../what?!
            好。好！好？好           | 好。/好！/好？/好
            好吗?好                  | 好吗?/好
            ओवन टूट गया। ठीक है।      | ओवन टूट गया।/ठीक है।
            یہ ہے۔ ٹھیک              | یہ ہے۔/ٹھیک
            ሰላም። ደህና                | ሰላም።/ደህና
            no mark at all           | no mark at all
            a; b                     | a; b
            πού; εδώ                 | πού;/εδώ
            """)
    void endAtTheirMarks(String text, String sentences) {
        assertThat(Sentence.of(text).stream()
                        .map(sentence ->
                                text.substring(sentence.start(), sentence.end()).strip())
                        .collect(Collectors.joining("/")))
                .isEqualTo(sentences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?",
                "a？",
                "الفرن؟",
                "a!?",
                "a?!",
                "a‽",
                "a⁇",
                "a⁈",
                "a⸮",
                "πού;",
                "πού\u037E",
                "ሰላም፧",
                "a ?",
                "?"
            })
    void questionMarksAsk(String text) {
        assertThat(Sentence.of(text)).singleElement().satisfies(sentence -> {
            assertThat(sentence.asking()).isTrue();
            assertThat(sentence.closed()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a!", "a…", "好。", "a...", "गया॥"})
    void otherMarksOnlyClose(String text) {
        assertThat(Sentence.of(text)).singleElement().satisfies(sentence -> {
            assertThat(sentence.asking()).isFalse();
            assertThat(sentence.closed()).isTrue();
        });
    }

    @Test
    void withoutAMarkASentenceIsOpen() {
        assertThat(Sentence.of("oven; 3.5")).singleElement().satisfies(sentence -> {
            assertThat(sentence.asking()).isFalse();
            assertThat(sentence.closed()).isFalse();
        });
    }

    @Test
    void aLineIsASentence() {
        assertThat(Sentence.of("what is it\nan oven")).hasSize(2);
    }

    @Test
    void nothingHasNoSentence() {
        assertThat(Sentence.of("")).isEmpty();
    }
}
