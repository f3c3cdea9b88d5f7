package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            The oven broke!             | the,oven,broke
            ovenproof oven-proof        | ovenproof,oven,proof
            what's l'été                | what,s,l,été
            €1,250. At 10:30, 3.14.15   | 1;250,at,10:30,3.14.15
            a1b2 2nd                    | a1b2,2nd
            1,a                         | 1,a
            ΟΔΌΣ οδός                   | οδός,οδός
            STRASSE Straße              | strasse,strasse
            ﬁne ＡＢＣ                  | fine,abc
            हिन्दी में                    | हिन्दी,में
            لماذا؟ الفرن                | لماذا,الفرن
            生日蛋糕。20個              | 生日蛋糕,20,個
            ケーキは何個                | ケーキ,は,何個
            我叫Bob                     | 我叫,bob
            🎂🎂 ok                     | 🎂,🎂,ok
            ... — ¿?                    | none
            """)
    void findsWholeFoldedWords(String text, String words) {
        List<String> expected = words == null
                ? List.of()
                : Arrays.stream(words.split(","))
                        .map(word -> word.replace(';', ','))
                        .toList();
        assertThat(Word.texts(Words.of(text))).isEqualTo(expected);
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(Word.texts(Words.of("Ai\u0308cha"))).isEqualTo(Word.texts(Words.of("A\u00EFcha")));
        assertThat(Word.texts(Words.of("\u1112\u1161\u11AB"))).containsExactly("\uD55C");
    }

    @Test
    void wordsKnowTheirPlace() {
        String text = "👋 Hi, Ai\u0308cha: 生日";
        assertThat(Words.of(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("👋", "Hi", "Ai\u0308cha", "生日");
        assertThat(Words.of(text)).extracting(Word::run).containsExactly(false, false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u0001\u0002", "!?,.", "\u0301\u0301", "\uFE0F", "\u200D"})
    void whatHasNoWordsHasNone(String text) {
        assertThat(Words.of(text)).isEmpty();
    }

    @Test
    void longWordsComeInPieces() {
        assertThat(Words.of("a".repeat(300)))
                .extracting(word -> word.text().length())
                .containsExactly(128, 128, 44);
        assertThat(Words.of("a" + "\u0323\u0301".repeat(200)))
                .allSatisfy(word -> assertThat(word.end() - word.start()).isLessThanOrEqualTo(128));
    }

    @Test
    void aRunIsFoundByItsCharactersAndPairs() {
        assertThat(Words.of("生日蛋").getFirst().terms()).containsExactly("生", "日", "蛋", "生日", "日蛋");
        assertThat(Words.of("Oven").getFirst().terms()).containsExactly("oven");
        assertThat(Words.of("𠮷野家").getFirst().terms()).containsExactly("𠮷", "野", "家", "𠮷野", "野家");
    }

    @Test
    void phrasesHaveBlanksAround() {
        assertThat(Word.phrase(Word.texts(Words.of("Your NAME?")))).isEqualTo(" your name ");
    }
}
