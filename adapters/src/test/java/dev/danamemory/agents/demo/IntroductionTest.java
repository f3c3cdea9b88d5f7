package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionTest {
    private static int find(String text, String phrase, boolean capitalOnly) {
        return Introduction.find(text, Words.of(text), List.of(phrase.split(" ")), capitalOnly);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I am Bob                      | 0
            Hi, I am Bob                  | 4
            I am tired, but I am Bob      | 16
            I am 明                       | 0
            I am tired                    | -1
            I am                          | -1
            I am 34                       | -1
            I amber Bob                   | -1
            Am I Bob                      | -1
            """)
    void aNameIsWrittenLikeOne(String text, int at) {
        assertThat(find(text, "i am", true)).isEqualTo(at);
    }

    @Test
    void othersNeedNoCapital() {
        assertThat(find("so my name is bob", "my name is", false)).isEqualTo(3);
        assertThat(find("my names is bob", "my name is", false)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My name is Aïcha.",
                "my name is aïcha",
                "My name's Aïcha",
                "Hello! I'm Aïcha.",
                "I’m Aïcha, the baker",
                "I am Aïcha.",
                "I am called Aïcha.",
                "You can call me Aïcha.",
                "Everybody calls me Aïcha.",
                "Aïcha is my name.",
            })
    void whoeverSaidTheirNameIsQuoted(String said) {
        Talk talk = new Talk().remember(said).remember("The oven broke.").remember("My dog is Rex.");
        for (String question :
                List.of("What is my name?", "Who am I?", "What's my name?", "Do you remember my name?")) {
            assertThat(talk.ask(question)).isEqualTo("You told me on 2026-11-01 (turn 1): \"" + said + '"');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am tired.",
                "The name of the dog is Rex.",
                "I'm in Ghent.",
                "Is my name Bob?",
                "Your name is Bob."
            })
    void nobodyElsesNameIsTheUsers(String said) {
        assertThat(new Talk().remember(said).ask("What is my name?"))
                .isEqualTo("You have not told me your name, as far as I remember.");
    }

    @Test
    void theNewestNameWins() {
        Talk talk = new Talk().remember("My name is Bob.").remember("My name is Rob.");
        assertThat(talk.ask("Who am I?")).endsWith("(turn 2): \"My name is Rob.\"");
    }
}
