package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.context.ContextTurn.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecollectionTest {
    @Test
    void aRelevantTurnIsQuotedLikeARecentOne() {
        Talk talk = new Talk()
                .remember("The oven broke.", "Noted.", Reason.RELEVANT)
                .remember("I like tea.");
        assertThat(talk.ask("What about the oven?"))
                .isEqualTo("You told me on 2026-11-01 (turn 1): \"The oven broke.\"");
    }

    @ParameterizedTest
    @CsvSource({
        "The oven broke., false",
        "Hello!, true",
        "What broke?, true",
        "What broke? The oven., false",
        "..., true"
    })
    void theFirstThingThatIsNotedComesWithAnInvitation(String before, boolean isFirst) {
        String first = "Noted: \"I like tea.\" Ask me about it whenever you like.";
        assertThat(new Talk()
                        .remember(before)
                        .remember("Thanks")
                        .ask("I like tea.")
                        .equals(first))
                .isEqualTo(isFirst);
        assertThat(new Talk()
                        .summary(before, 1L, 2L, null, null)
                        .remember("Thanks")
                        .ask("I like tea.")
                        .equals(first))
                .isEqualTo(isFirst);
    }

    @Test
    void theNewestWinsInWhateverOrderTurnsAreHanded() {
        Talk talk = new Talk()
                .remember("The oven broke.")
                .remember("The oven is fixed.", "Noted.", Reason.RELEVANT)
                .remember("I like tea.");
        assertThat(talk.ask("What about the oven?")).contains("(turn 2): \"The oven is fixed.\"");
    }

    @Test
    void whatTheAgentSaidIsNotWhatTheUserSaid() {
        Talk talk = new Talk().remember("Hm.", "Your oven broke and your name is Bob.", Reason.RECENT);
        assertThat(talk.ask("What did I say about the oven?")).startsWith("You have not told me about \"oven\"");
        assertThat(talk.ask("What is my name?")).startsWith("You have not told me your name");
    }

    @Test
    void anEarlierQuestionIsNoAnswer() {
        Talk talk = new Talk().remember("Did the oven break?").remember("what about the oven");
        assertThat(talk.ask("What about the oven?")).startsWith("You have not told me about \"oven\"");
    }

    @Test
    void ofAMessageThatStatesAndAsksOnlyTheStatementIsQuoted() {
        Talk talk = new Talk().remember("The oven broke. Can you fix the oven? It is old.");
        assertThat(talk.ask("What about the oven?")).endsWith(": \"The oven broke.\"");
        assertThat(talk.ask("How old is it?")).endsWith(": \"It is old.\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:00:00Z, 2026-11-22",
        "2026-11-22, 2026-11-22",
        "2025-08-03T07:55:21.945717+02:00, 2025-08-03",
    })
    void theDateIsAsWritten(String timestamp, String date) {
        assertThat(new Talk().rememberAt(timestamp, "The oven broke.").ask("What about the oven?"))
                .isEqualTo("You told me on " + date + " (turn 1): \"The oven broke.\"");
    }

    @Test
    void summariesAreQuotedAsSummaries() {
        Talk talk = new Talk()
                .summary("The oven broke. Who fixes ovens?", 1L, 20L, null, null)
                .summary("Rye flour comes from Molens Vandevelde.", null, null, "2026-11-01T08:00:00Z", "2026-11-02")
                .summary("The mixer is new.", null, null, null, null);
        assertThat(talk.ask("What about the oven?")).isEqualTo("A summary of turns 1 to 20 says: \"The oven broke.\"");
        assertThat(talk.ask("Who supplies rye flour?"))
                .endsWith("A summary of 2026-11-01 to 2026-11-02 says: \"Rye flour comes from Molens Vandevelde.\"");
        assertThat(talk.ask("Is the mixer new?")).isEqualTo("A summary of earlier turns says: \"The mixer is new.\"");
        assertThat(talk.ask("Who fixes ovens?")).startsWith("You have not told me about");
    }

    @Test
    void aTurnGoesBeforeASummaryThatSaysAsMuchButNotBeforeOneThatSaysMore() {
        Talk talk = new Talk()
                .summary("The oven broke and was repaired.", 1L, 20L, null, null)
                .remember("The oven is hot.");
        assertThat(talk.ask("What about the oven?")).contains("turn 1");
        assertThat(talk.ask("Was the oven repaired?")).contains("summary of turns 1 to 20");
    }

    @Test
    void aShareOfWhatIsAskedIsShownAsSuch() {
        Talk talk = new Talk().remember("The oven broke.");
        assertThat(talk.ask("Is the oven under warranty?"))
                .startsWith("You have not told me about \"under\" or \"warranty\"")
                .endsWith("This comes closest. You told me on 2026-11-01 (turn 1): \"The oven broke.\"");
    }

    @Test
    void oneLetterInCommonIsNothing() {
        assertThat(new Talk().remember("Plan b is off.").ask("Is vitamin B healthy?"))
                .isEqualTo("You have not told me about \"vitamin\" or \"B\" or \"healthy\", as far as I remember.");
    }

    @Test
    void whatIsAskedInGeneralListsTheNewestThree() {
        Talk talk = new Talk()
                .remember("One.")
                .remember("Thanks!")
                .remember("Two.")
                .remember("Three.")
                .remember("!!!")
                .remember("Four.");
        assertThat(talk.ask("What did I say?").lines())
                .containsExactly(
                        "You told me on 2026-11-06 (turn 6): \"Four.\"",
                        "You told me on 2026-11-04 (turn 4): \"Three.\"",
                        "You told me on 2026-11-03 (turn 3): \"Two.\"");
    }

    @Test
    void aLongStatementIsQuotedAroundTheWord() {
        Talk talk = new Talk().remember("tea ".repeat(500) + "oven " + "tea ".repeat(500));
        assertThat(talk.ask("What about the oven?")).contains("tea oven tea").hasSizeLessThan(400);
        assertThat(new Talk()
                        .remember("很".repeat(1_000) + "生日蛋糕" + "好".repeat(1_000))
                        .ask("生日蛋糕呢?"))
                .contains("很生日蛋糕好");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(new Talk().remember("Ai\u0308cha bakes.").ask("Who is A\u00EFcha?"))
                .endsWith(": \"Ai\u0308cha bakes.\"");
    }

    @Test
    void theAgentIsCalledAsDefined() {
        Talk talk = new Talk("Näher 👩‍🍳");
        assertThat(talk.ask("What is your name?")).isEqualTo("My name is Näher 👩‍🍳.");
        assertThat(talk.ask("hello näher")).startsWith("Noted");
        assertThat(new Talk("Näher").ask("hello näher")).startsWith("Hello, I am Näher.");
    }
}
