package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GivenTreeTest {
    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode nested(int depth) {
        ObjectNode outer = object();
        ObjectNode inner = outer;
        for (int level = 1; level < depth; level++) {
            inner = inner.putObject("x");
        }
        return outer;
    }

    @Test
    void numbersAreAsTheyWouldHaveBeenRead() {
        ObjectNode given = object().put("int", 7)
                .put("long", Long.MIN_VALUE)
                .put("double", 1e300)
                .put("decimal", new BigDecimal("1.50"))
                .put("big", BigInteger.TEN.pow(999));
        given.putArray("more").add(1.5f).addNull().add(true).add("text");
        ObjectNode read = GivenTree.read("metadata", given);
        assertThat(read).isEqualTo(JsonReader.strict().read(JsonWriter.bytes(given)));
        assertThat(read.get("int")).isEqualTo(new WrittenNumber("7"));
        assertThat(read.get("decimal").asText()).isEqualTo("1.50");
        given.removeAll();
        assertThat(read).hasSize(6);
    }

    @Test
    void whatWasReadIsGivenBackEqual() {
        long seed = 7;
        RandomJson random = new RandomJson(seed);
        for (int round = 0; round < 500; round++) {
            ObjectNode given = object();
            given.set("x", random.value(4));
            assertThat(GivenTree.read("metadata", given))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(given);
        }
    }

    static Stream<ObjectNode> unstorable() {
        ObjectNode endless = object();
        endless.set("again", endless);
        return Stream.of(
                object().put("n", Double.NaN),
                object().put("n", Double.POSITIVE_INFINITY),
                object().put("n", BigInteger.TEN.pow(1_000)),
                object().put("s", "\ud83d"),
                object().put("\udc4b", "s"),
                nested(JsonReader.DEEPEST + 1),
                endless);
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void whatNoStoreKeepsIsRefusedByItsField(ObjectNode given) {
        assertThatThrownBy(() -> GivenTree.read("metadata", given))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("metadata");
    }

    @Test
    void theDeepestNestingIsThatOfRequests() {
        assertThat(GivenTree.read("metadata", nested(JsonReader.DEEPEST))).isEqualTo(nested(JsonReader.DEEPEST));
    }
}
