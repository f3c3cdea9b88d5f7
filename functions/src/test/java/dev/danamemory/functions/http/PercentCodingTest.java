package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "'', ''",
        "%41, A",
        "a%2fb, a/b",
        "a+b, a+b",
        "%F0%9F%98%80x, \ud83d\ude00x",
        "\u00e9%C3%A9, \u00e9\u00e9"
    })
    void decodes(String encoded, String text) {
        assertThat(PercentCoding.decode(encoded)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "a%4", "%zz", "%4g", "%FF", "%C3", "%ED%A0%BD", "%C0%80"})
    void refuses(String encoded) {
        assertThat(PercentCoding.decode(encoded)).isEmpty();
    }

    @Test
    void decodesWhatOthersEncode() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(20, 0, 0x11000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(PercentCoding.decode(encoded))
                    .as("seed %d, round %d", seed, round)
                    .contains(text);
        }
    }

    @Test
    void decodesWhatItEncodes() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(20), 0, 0x11_0000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = PercentCoding.encode(text);
            assertThat(encoded).as("seed %d, round %d", seed, round).matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*");
            assertThat(PercentCoding.decode(encoded))
                    .as("seed %d, round %d", seed, round)
                    .contains(text);
        }
    }

    @Test
    void whatStandsForItselfStays() {
        assertThat(PercentCoding.encode("azAZ09-._~")).isEqualTo("azAZ09-._~");
        assertThat(PercentCoding.encode("a/b?c#d e+%é")).isEqualTo("a%2Fb%3Fc%23d%20e%2B%25%C3%A9");
    }
}
