package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    private static JsonNode json(String text) {
        return JsonReader.lenient().read(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2} | {\"b\":2.0,\"a\":1e0}",
                "[0] | [-0.0]",
                "\"\\u00e9\" | \"é\"",
                "{\"x\":{\"b\":[],\"a\":{}}} | {\"x\":{\"a\":{},\"b\":[]}}",
                "[1e99999999999] | [10e99999999998]",
                "[NaN] | [ NaN ]"
            })
    void equalAsJson(String one, String other) {
        assertThat(CanonicalJson.equal(json(one), json(other))).isTrue();
        assertThat(CanonicalJson.digest(json(one))).isEqualTo(CanonicalJson.digest(json(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"1\"",
                "true | \"true\"",
                "null | \"null\"",
                "null | false",
                "{} | []",
                "[] | [[]]",
                "[1,2] | [2,1]",
                "[12] | [1,2]",
                "[\"a\",\"b\"] | [\"ab\"]",
                "{\"a\":null} | {}",
                "{\"a\":\"b\"} | [\"a\",\"b\"]",
                "\"é\" | \"e\u0301\"",
                "\"A\" | \"a\"",
                "\"\\ud83d\" | \"?\"",
                "\"\\ud83d\" | \"\\ud83e\"",
                "\"\\udc4b\" | \"\uFFFD\"",
                "NaN | Infinity",
                "[\"1\\\"a\"] | [\"1\",\"a\"]"
            })
    void differentAsJson(String one, String other) {
        assertThat(CanonicalJson.equal(json(one), json(other))).isFalse();
    }

    @Test
    void aNodeThatWasNotReadCountsByValue() {
        assertThat(CanonicalJson.equal(JsonNodeFactory.instance.objectNode().put("a", 100), json("{\"a\":1e2}")))
                .isTrue();
        assertThat(CanonicalJson.equal(JsonNodeFactory.instance.numberNode(0.5), json("5e-1")))
                .isTrue();
    }

    @Test
    void aDigestIsSixtyFourHexDigits() {
        assertThat(CanonicalJson.digest(json("{}"))).matches("[0-9a-f]{64}");
    }

    @RepeatedTest(100)
    void orderOfKeysDoesNotCount(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        JsonNode value = new RandomJson(seed).value(6);
        JsonNode shuffled = reversed(value);
        assertThat(CanonicalJson.digest(shuffled)).as("seed %d", seed).isEqualTo(CanonicalJson.digest(value));
    }

    @RepeatedTest(100)
    void differentValuesHaveDifferentDigests(RepetitionInfo round) {
        long seed = new Random(round.getCurrentRepetition()).nextLong();
        JsonNode one = new RandomJson(seed).value(3);
        JsonNode other = new RandomJson(seed + 1).value(3);
        assertThat(CanonicalJson.equal(one, other)).as("seed %d", seed).isEqualTo(one.equals(other));
    }

    private static JsonNode reversed(JsonNode value) {
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(reversed(element)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        var names = new java.util.ArrayList<String>();
        value.fieldNames().forEachRemaining(names::addFirst);
        var object = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> object.set(name, reversed(value.get(name))));
        return object;
    }
}
