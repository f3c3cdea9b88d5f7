package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTest {
    private static final Lexicon LEXICON = new Lexicon();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is the oven fixed?",
                "The oven is fixed, right?",
                "is it fixed",
                "what did I say about the oven",
                "What did I say about the oven.",
                "what about the oven",
                "and what is my name",
                "who am i",
                "how much was it",
                "which of the ovens broke",
                "tell me about the oven",
                "Please tell me about the oven.",
                "remind me what the oven cost",
                "do you remember the oven",
                "why",
                "你们明天来吗",
                "オーブンは直りましたか。",
                "生日蛋糕呢？",
                "οι φούρνοι;",
                "πότε χάλασε ο φούρνος",
                "когда сломалась духовка",
                "متى تعطل الفرن",
                "متى تعطل الفرن؟",
                "¿Dónde está el horno?",
                "wann ging der Ofen kaputt",
                "Really?!",
                "\"Is it fixed?\"",
                "ԻՆչ՞",
            })
    void asks(String text) {
        Utterance utterance = Utterance.of(text, LEXICON);
        assertThat(utterance.asks()).isTrue();
        assertThat(utterance.statements().stream()
                        .filter(part -> !Words.of(part).isEmpty())
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The oven broke.",
                "the oven broke",
                "When I was young, I lived in Ghent.",
                "when i was young i lived in ghent",
                "What a lovely day!",
                "Remind me to call Jan",
                "Do the dishes tomorrow",
                "Wer zuletzt lacht, lacht am besten.",
                "It costs 3.50; the other 4.",
                "See http://example.org/a?b=c for it",
                "我们下周要做二十个生日蛋糕。",
                "Ο φούρνος χάλασε.",
                "Духовка сломалась",
                "ओवन टूट गया।",
                "🎂",
            })
    void states(String text) {
        Utterance utterance = Utterance.of(text, LEXICON);
        assertThat(utterance.asks()).isFalse();
        assertThat(utterance.statements()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A. B! Why? C.           | A. B!/C.      | Why?
            Why? A.                 | A.            | Why?
            A. Is it so? How so?    | A.            | Is it so?\\nHow so?
            A.\\nwhat is B\\nC      | A./C          | what is B
            蛋糕好。好吗？好。      | 蛋糕好。/好。 | 好吗？
            蛋糕好吗?好。           | 好。          | 蛋糕好吗?
            It is 3.50? No, 4.50.   | No, 4.50.     | It is 3.50?
            """)
    void tellsStatementsFromQuestions(String text, String statements, String question) {
        Utterance utterance = Utterance.of(text.replace("\\n", "\n"), LEXICON);
        assertThat(String.join("/", utterance.statements())).isEqualTo(statements);
        assertThat(utterance.question().lines().map(String::strip).collect(Collectors.joining("\\n")))
                .isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A. B? C! D", "...?!...", "a.b.c", "\n\n", "?a", "好。好？好"})
    void sentencesAreTogetherAllOfTheText(String text) {
        String joined = Sentence.of(text).stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .collect(Collectors.joining());
        assertThat(joined).isEqualTo(text);
    }

    @Test
    void blankTextSaysNothing() {
        assertThat(Utterance.of(" \n ", LEXICON).statements()).isEmpty();
        assertThat(Utterance.of(" \n ", LEXICON).asks()).isFalse();
    }
}
