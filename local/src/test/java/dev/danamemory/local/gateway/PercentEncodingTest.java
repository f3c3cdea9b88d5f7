package dev.danamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.PercentCoding;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PercentEncodingTest {
    @Test
    void theFunctionsReadWhatWasEncoded() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x11_0000)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            String encoded = PercentEncoding.of(text);

            assertThat(encoded).as("seed %d", seed).matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*");
            assertThat(PercentCoding.decode(encoded)).as("seed %d", seed).hasValue(text);
        }
    }

    @Test
    void whatStandsForItselfStays() {
        assertThat(PercentEncoding.of("azAZ09-._~")).isEqualTo("azAZ09-._~");
        assertThat(PercentEncoding.of("a/b?c#d e+%é")).isEqualTo("a%2Fb%3Fc%23d%20e%2B%25%C3%A9");
    }
}
