package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void noControlCharacterButLineFeedAndTabIsLeft() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(30), 0, 0x120)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

            assertThat(VisibleText.of(text).chars())
                    .as("seed %d", seed)
                    .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
            assertThat(VisibleText.line(text).chars()).as("seed %d", seed).noneMatch(Character::isISOControl);
        }
    }

    @Test
    void allElseStaysAsItIs() {
        assertThat(VisibleText.of("é 😀 日本\n\tשלום \\u001b")).isEqualTo("é 😀 日本\n\tשלום \\u001b");
    }

    @Test
    void aLineEndOfOtherSystemsIsALineEnd() {
        assertThat(VisibleText.of("a\r\nb\rc")).isEqualTo("a\nb\\u000dc");
    }

    @Test
    void everyControlCharacterHasItsCode() {
        assertThat(VisibleText.of("\u0000\u001b\u007f\u0080\u009f")).isEqualTo("\\u0000\\u001b\\u007f\\u0080\\u009f");
    }
}
