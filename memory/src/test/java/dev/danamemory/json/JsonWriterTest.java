package dev.danamemory.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"b\":1.50,\"a\":[1E400,-0,-0.0,1e-7,0E+5],\"c\":{\"\":null,\" \":true}}",
                "\"\\\"\\\\\\n\\u0000\"",
                "12345678901234567890123456789012345678901234567890.10",
                "{\"👋\":\"é👨‍👩‍👧\"}"
            })
    void writesWhatWasRead(String text) {
        JsonNode value = JsonReader.strict().read(text);
        assertThat(JsonWriter.text(value)).isEqualTo(text);
        assertThat(JsonWriter.bytes(value)).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void anEmojiIsFourBytes() {
        assertThat(JsonWriter.bytes(JsonNodeFactory.instance.textNode("👋"))).hasSize(6);
    }

    @Test
    void prettyIsTheSameValueOnSeveralLines() {
        JsonNode value = JsonReader.strict().read("{\"a\":[1.0,{\"b\":null}]}");
        assertThat(JsonWriter.pretty(value)).contains("\n").contains("1.0");
        assertThat(JsonReader.strict().read(JsonWriter.pretty(value))).isEqualTo(value);
    }

    @Test
    void writesNodesThatWereNotRead() {
        var value = JsonNodeFactory.instance
                .objectNode()
                .put("int", 5)
                .put("long", 1L << 40)
                .put("yes", true);
        value.putNull("nothing");
        assertThat(JsonWriter.text(value))
                .isEqualTo("{\"int\":5,\"long\":1099511627776,\"yes\":true,\"nothing\":null}");
    }

    @Test
    void writesTheDeepestStoredValue() {
        String deepest = "[".repeat(128) + "]".repeat(128);
        assertThat(JsonWriter.text(JsonReader.stored().read(deepest))).isEqualTo(deepest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\ud83d\"", "\"\\ud83da\"", "\"\\udc4b\\ud83d\"", "{\"\\udc4b\":1}", "{\"\\ud83d\":1}"})
    void refusesHalfOfASurrogatePair(String text) {
        JsonNode value = JsonReader.strict().read(text);
        assertThatThrownBy(() -> JsonWriter.bytes(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(200)
    void whatWasWrittenReadsTheSame(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        JsonNode value = new RandomJson(seed).value(6);
        byte[] written = JsonWriter.bytes(value);
        JsonNode read = JsonReader.strict().read(written);
        assertThat(JsonWriter.bytes(read)).as("seed %d", seed).isEqualTo(written);
        assertThat(CanonicalJson.equal(read, value)).as("seed %d", seed).isTrue();
    }
}
