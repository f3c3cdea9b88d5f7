package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the dialogues of {@code dialogues.txt}: {@code >} says, {@code <} is the whole answer. */
class DialogueTest {
    static Stream<Dialogue> dialogues() throws IOException {
        try (InputStream text = Objects.requireNonNull(DialogueTest.class.getResourceAsStream("dialogues.txt"))) {
            String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n\n")).map(Dialogue::of).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void isAnsweredAsWritten(Dialogue dialogue) {
        Talk talk = new Talk();
        assertThat(dialogue.lines()).isNotEmpty();
        String answer = "";
        for (String line : dialogue.lines()) {
            String text = line.substring(2).replace("\\n", "\n");
            if (line.startsWith("> ")) {
                answer = talk.say(text);
            } else {
                assertThat(line).startsWith("< ");
                assertThat(answer).isEqualTo(text);
            }
        }
    }

    record Dialogue(String title, List<String> lines) {
        static Dialogue of(String block) {
            List<String> lines = block.strip().lines().toList();
            return new Dialogue(lines.getFirst(), lines.subList(1, lines.size()));
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
