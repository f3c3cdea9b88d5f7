package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.agents.demo.Statement.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Answers ANSWERS = new Answers("Dana");
    private static final Recollection NOTHING = new Recollection(List.of());
    private static final Statement OVEN = Statement.justNow("The oven broke.");
    private static final Recollection SOMETHING = new Recollection(List.of(Statement.justNow("Older."), OVEN));

    private static Topic topic(String label) {
        return new Topic(label, List.of(label), false);
    }

    @Test
    void greetingsTellTheNameAndTheLastThingSaid() {
        assertThat(ANSWERS.greeting(NOTHING)).startsWith("Hello, I am Dana. Tell me something");
        assertThat(ANSWERS.greeting(SOMETHING))
                .isEqualTo("Hello again, I am Dana. You told me just now: \"The oven broke.\"");
    }

    @Test
    void farewellsPromiseNothingWhereNothingIsKnown() {
        assertThat(ANSWERS.farewell(NOTHING)).isEqualTo("Goodbye.");
        assertThat(ANSWERS.farewell(SOMETHING)).contains("keep what you told me");
    }

    @Test
    void theInvitationToAskComesOnce() {
        assertThat(ANSWERS.noted("Tea.", true)).isEqualTo("Noted: \"Tea.\" Ask me about it whenever you like.");
        assertThat(ANSWERS.noted("Tea.", false)).isEqualTo("Noted: \"Tea.\"");
    }

    @Test
    void aMatchInPartSaysWhatIsMissing() {
        assertThat(ANSWERS.found(new Match(OVEN, 4, 0, null))).isEqualTo("You told me just now: \"The oven broke.\"");
        assertThat(ANSWERS.found(new Match(OVEN, 4, 0, "\"tea\"")))
                .isEqualTo("You have not told me about \"tea\", as far as I remember. This comes closest. "
                        + "You told me just now: \"The oven broke.\"");
    }

    @Test
    void topicsAreFewAndShort() {
        assertThat(Answers.names(List.of(topic("a")))).isEqualTo("\"a\"");
        assertThat(Answers.names(List.of(topic("a"), topic("b"), topic("c"), topic("d"))))
                .isEqualTo("\"a\" or \"b\" or \"c\"");
        assertThat(Answers.names(List.of(topic("x".repeat(41))))).isEqualTo("\"" + "x".repeat(40) + "…\"");
    }

    @Test
    void everythingIsALineForEach() {
        assertThat(ANSWERS.all(List.of())).startsWith("You have told me nothing yet");
        assertThat(ANSWERS.all(List.of(OVEN, OVEN)).lines()).hasSize(2);
    }
}
