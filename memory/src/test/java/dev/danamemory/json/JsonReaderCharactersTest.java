package dev.danamemory.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class JsonReaderCharactersTest {
    private static byte[] bytes(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int value : values) {
            out.write(value);
        }
        return out.toByteArray();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        int quote = '"';
        byte[][] wrong = {
            bytes(quote, 0xff, quote),
            bytes(quote, 0xc0, 0xaf, quote),
            bytes(quote, 0xed, 0xa0, 0x80, quote),
            bytes(quote, 0xf4, 0x90, 0x80, 0x80, quote),
            bytes(quote, 0xe2, 0x82, quote),
            bytes(quote, 0x80, quote),
            "\"utf16\"".getBytes(java.nio.charset.StandardCharsets.UTF_16)
        };
        for (byte[] text : wrong) {
            assertThatThrownBy(() -> JsonReader.strict().read(text))
                    .isInstanceOf(JsonSyntaxException.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void readsTheCharacterThatElsewhereStandsForWrongBytes() {
        assertThat(JsonReader.strict().read("\"a\uFFFDb\"".getBytes(UTF_8)).textValue())
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void passesOverOneByteOrderMark() {
        assertThat(JsonReader.strict()
                        .read("\uFEFF{\"a\":\"\uFEFF\"}".getBytes(UTF_8))
                        .get("a")
                        .textValue())
                .isEqualTo("\uFEFF");
        assertThatThrownBy(() -> JsonReader.strict().read("\uFEFF".getBytes(UTF_8)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void letsInHalvesOfSurrogatePairsForTheCheckToName() {
        assertThat(JsonReader.strict().read("\"\\ud83d\"").textValue()).isEqualTo("\ud83d");
        assertThat(JsonReader.strict().read("\"\\ud83d\\udc4b\"").textValue()).isEqualTo("👋");
    }

    @Test
    void letsThemInInKeysToo() {
        JsonNode read = JsonReader.strict()
                .read("{\"\\ud83d\":\"\\uD83D\\udc4b\",\"\\\\ud83d\":1,\"\\\\\\udc4b\":2,\"\\u00e9\\n\":3}");
        assertThat(read.get("\ud83d").textValue()).isEqualTo("👋");
        assertThat(read.get("\\ud83d").intValue()).isEqualTo(1);
        assertThat(read.get("\\\udc4b").intValue()).isEqualTo(2);
        assertThat(read.get("é\n").intValue()).isEqualTo(3);
        assertThat(read).hasSize(4);
        assertThatThrownBy(() -> JsonReader.strict().read("{\"\\ud83d\":1,\"\\uD83D\":2}"))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> JsonReader.strict().read("{\"\\ud83d\":1,}")).hasMessageStartingWith("not valid JSON");
    }
}
