package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {
    @Test
    void findsWhatStringFinds() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String haystack = letters(random, 30);
            String needle = letters(random, 4) + (char) ('a' + random.nextInt(2));
            assertThat(new Needle(needle).in(haystack))
                    .as("%s in %s", needle, haystack)
                    .isEqualTo(haystack.indexOf(needle));
        }
    }

    // two letters only, so that needles nearly match in many places
    private static String letters(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }

    @Test
    void longNeedlesInLongTextsOfOneLetterAreFound() {
        String needle = "a".repeat(100_000) + "b";
        // comparing place by place would take 10 thousand million steps
        assertThat(new Needle(needle).in("a".repeat(200_000))).isEqualTo(-1);
        assertThat(new Needle(needle).in("a".repeat(200_000) + "b")).isEqualTo(100_000);
    }
}
