package dev.danamemory.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x10",
                "1abc",
                "1 2",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "[1",
                "{\"a\":1",
                "\"a",
                "]",
                "}",
                "[1]]",
                "[1}",
                "nul",
                "truE",
                "True",
                "undefined",
                "NaN",
                "Infinity",
                "-Infinity",
                "[NaN]",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u123\"",
                "\"\t\"",
                "\"\n\"",
                "\"\u0000\"",
                "\u0000",
                "\f1",
                "// c\n1",
                "/* c */1",
                "# c\n1",
                "{invalid json",
                "[1 2]",
                "{\"a\":1 \"b\":2}",
                "\uFEFF\uFEFF1"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.strict().read(text)).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> JsonReader.strict().read(text.getBytes(UTF_8)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void saysWhereAndQuotesNothing() {
        assertThatThrownBy(() -> JsonReader.strict().read("{\"a\":\n  secret}"))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> JsonReader.strict().read("{\"secret\":1,\"secret\":2}"))
                .hasMessageStartingWith("a key stands twice in one object (line 1")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> JsonReader.strict().read("")).hasMessage("empty, a JSON value was expected");
        assertThatThrownBy(() -> JsonReader.strict().read("1 1")).hasMessageStartingWith("more text after the end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"b\":2,\"\\u0061\":3}",
                "[{\"x\":{\"\":1,\"\":2}}]",
                "{\"é\":1,\"\\u00e9\":1}"
            })
    void refusesAKeyTwice(String text) {
        assertThatThrownBy(() -> JsonReader.strict().read(text)).hasMessageContaining("twice");
        assertThatThrownBy(() -> JsonReader.lenient().read(text)).hasMessageContaining("twice");
    }

    @Test
    void keysThatDifferAreNotTheSameKey() {
        // composed and decomposed, upper and lower case, and one key on two levels
        assertThat(JsonReader.strict().read("{\"é\":1,\"e\u0301\":2,\"E\":3,\"e\":{\"e\":4}}"))
                .hasSize(4);
    }

    @Test
    void readsSixtyFourLevelsAndNoMore() {
        assertThat(JsonReader.strict().read(nested(64))).isNotNull();
        assertThat(JsonReader.strict().read("{\"a\":".repeat(64) + "1" + "}".repeat(64)))
                .isNotNull();
        for (JsonReader reader : new JsonReader[] {JsonReader.strict(), JsonReader.lenient()}) {
            assertThatThrownBy(() -> reader.read(nested(65))).hasMessageContaining("nested deeper than 64");
            assertThatThrownBy(() -> reader.read("[".repeat(1_000_000))).hasMessageContaining("nested deeper than 64");
            assertThatThrownBy(() -> reader.read("{\"a\":".repeat(65) + "1" + "}".repeat(65)))
                    .hasMessageContaining("nested deeper than 64");
        }
    }

    @Test
    void whatIsStoredMayWrapTheDeepestBody() {
        assertThat(JsonReader.stored().read(nested(128))).isNotNull();
        assertThatThrownBy(() -> JsonReader.stored().read(nested(129))).hasMessageContaining("nested deeper than 128");
        assertThatThrownBy(() -> JsonReader.stored().read("NaN")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void onlyTheLenientReaderKnowsWhatPythonWrites() {
        JsonNode values = JsonReader.lenient().read("[NaN, Infinity, -Infinity]");
        assertThat(values)
                .hasSize(3)
                .allSatisfy(
                        value -> assertThat(((WrittenNumber) value).isFinite()).isFalse());
        for (String nobodyWrites :
                new String[] {"INF", "-INF", "+Infinity", "+INF", "+NaN", "-NaN", "nan", "infinity"}) {
            assertThatThrownBy(() -> JsonReader.lenient().read("[" + nobodyWrites + "]"))
                    .as(nobodyWrites)
                    .isInstanceOf(JsonSyntaxException.class);
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void staysQuickOnHugeNumbersAndManyKeys() {
        String digits = "9".repeat(4_000_000);
        assertThat(((WrittenNumber) JsonReader.strict().read(digits)).digits()).isEqualTo(4_000_000);
        assertThat(JsonReader.strict().read("[1e" + digits + "]")).hasSize(1);
        StringBuilder keys = new StringBuilder("{\"k\":0");
        // keys of one hash
        for (int i = 0; i < 1 << 12; i++) {
            keys.append(",\"");
            for (int bit = 0; bit < 12; bit++) {
                keys.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append("\":").append(i);
        }
        assertThat(JsonReader.strict().read(keys.append('}').toString())).hasSize((1 << 12) + 1);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = 20261122;
        Random random = new Random(seed);
        String alphabet = "{}[]\",:0123456789eE+-. \ntrufalsn\\/N\u0000é👋\ud800";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(JsonReader.lenient().read(text.toString())).isNotNull();
            } catch (JsonSyntaxException refused) {
                assertThat(refused.getMessage())
                        .as("seed %d, round %d", seed, round)
                        .isNotEmpty();
            }
        }
    }
}
