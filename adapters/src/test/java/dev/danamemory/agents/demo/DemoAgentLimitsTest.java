package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generous: each takes a small part of the time, but would take longer if it grew with the square of the text. */
@Timeout(5)
class DemoAgentLimitsTest {
    // where the square shows already; texts of the greatest length are in a test of their own
    private static final int LONG = Turn.LONGEST_TEXT / 6;
    private static final int LONGEST_ANSWER = 4_000;

    private static String fill(String piece, int bytes) {
        return piece.repeat(bytes / Unicode.utf8Length(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "oven ",
                "? ",
                ".",
                "?",
                "!",
                "a? ",
                "a. ",
                "what is ",
                "I am ",
                "my name is ",
                "my name ",
                "hello ",
                "🎂",
                "👩‍🍳 ",
                "\u0001",
                "\u0000",
                " \t\n",
                "é",
                "e\u0301\u0323",
                "\u0301\u0323",
                "我",
                "生日蛋糕",
                "我,",
                "は ",
                "1,",
                "\"",
                "\uFDFA",
                "ﬃ",
                "ς",
                "a\u200D",
                ";",
                "α;",
            })
    void anyPieceManyTimesIsAnsweredInTimeAndShort(String piece) {
        String text = fill(piece, LONG);
        Talk talk = new Talk().remember("The oven broke. 生日蛋糕").remember(text);
        for (String message : new String[] {text, text + "?", "What about the oven?", "Who am I?"}) {
            String answer = talk.ask(message);
            assertThat(answer).isNotBlank().hasSizeLessThan(LONGEST_ANSWER);
            assertThat(Unicode.isWellFormed(answer)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u200B", "!", "....", "—", "\u0301", "\u202E", "\uFFFF", "()", "€"})
    void whatHasNoWordsHasAnAnswer(String message) {
        assertThat(new Talk().ask(message)).startsWith("I find no words in that.");
        assertThat(new Talk().remember("The oven broke.").ask(message)).startsWith("I find no words in that.");
    }

    @Test
    void aContextOfTheLongestTextsIsReadInTime() {
        Talk talk = new Talk();
        for (int i = 0; i < 2; i++) {
            talk.remember(fill("The bakery №" + i + " sells Käse and 生日蛋糕, does it not. ", Turn.LONGEST_TEXT));
        }
        assertThat(talk.ask("Which bakery sells 生日蛋糕?")).startsWith("You told me on 2026-11-02 (turn 2)");
    }

    @Test
    void theKindRefusesOptions() {
        AgentDefinition definition = new AgentDefinition(
                "default",
                "Memory Bot",
                "",
                "demo",
                "",
                25,
                MemorySettings.defaults(),
                JsonNodeFactory.instance.objectNode().put("model", "m"));
        assertThatThrownBy(() -> new DemoAgentKind().agent(definition))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("model: is not known to agents of kind demo");
    }
}
