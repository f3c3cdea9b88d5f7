package dev.danamemory.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/merge-patch+json",
                "text/plain",
                "application/xml",
                "application/atom+xml ; x=y",
                "application/javascript"
            })
    void textTypesTravelAsText(String type) {
        Body body = Body.of("{\"é\": 1}".getBytes(UTF_8), type, "");

        assertThat(body.isBase64()).isFalse();
        assertThat(body.content()).isEqualTo("{\"é\": 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/octet-stream", "image/png", "application/jsonx", "x/y; a=text/plain"})
    void otherTypesTravelInBase64(String type) {
        Body body = Body.of("{}".getBytes(UTF_8), type, "");

        assertThat(body.isBase64()).isTrue();
        assertThat(body.content()).isEqualTo("e30=");
    }

    @Test
    void encodedContentTravelsInBase64() {
        assertThat(Body.of(new byte[] {31, 2}, "application/json", "gzip").isBase64())
                .isTrue();
    }

    @Test
    void whatIsNotUtf8IsHandedOnByteForByte() {
        byte[] bytes = {'"', (byte) 0xff, '"'};
        Body body = Body.of(bytes, "application/json", "");

        assertThat(body.isBase64()).isTrue();
        assertThat(body.bytes()).isEqualTo(bytes);
    }

    @Test
    void noBytesAreNoBody() {
        assertThat(Body.of(new byte[0], "image/png", "gzip")).isEqualTo(Body.EMPTY);
    }

    @Test
    void bytesComeOutAsTheyWentIn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String type = random.nextBoolean() ? "application/json" : "";

            assertThat(Body.of(bytes, type, "").bytes()).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void bothFormsCanBeReadAsText() {
        assertThat(Body.text("é").asText()).isEqualTo("é");
        assertThat(new Body("w6k=", true).asText()).isEqualTo("é");
    }
}
