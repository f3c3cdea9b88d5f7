package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.FieldFault;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeCheckTest {
    private static List<FieldFault> faults(String json) {
        Faults faults = new Faults();
        boolean clean = TreeCheck.isClean(JsonReader.lenient().read(json), Place.root(), faults);
        assertThat(clean).isEqualTo(faults.isEmpty());
        return faults.found();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":[0,{\"b\":NaN}]} | a[1].b | NaN",
                "[-Infinity] | [0] | NaN or infinite",
                "{\"a b\":{\"c\":\"\\ud83d\"}} | [\"a b\"].c | surrogate",
                "{\"a\":\"x\\udc4by\"} | a | surrogate",
                "{\"a\":{\"\\ud83d\":1}} | a[\"\\ud83d\"] | key",
                "\"\\udc4b\\ud83d\" | `` | surrogate"
            })
    void namesThePlace(String json, String field, String problem) {
        assertThat(faults(json)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @Test
    void aThousandDigitsAreKeptAndOneMoreIsNot() {
        assertThat(faults("[" + "9".repeat(1_000) + ",-0." + "1".repeat(999) + ",1e" + "9".repeat(999) + "]"))
                .isEmpty();
        assertThat(faults("[" + "9".repeat(1_001) + ",-0." + "1".repeat(1_000) + ",1e" + "9".repeat(1_000) + "]"))
                .extracting(FieldFault::field)
                .containsExactly("[0]", "[1]", "[2]");
    }

    @Test
    void saysMoreThanOneAndStopsAtTwenty() {
        assertThat(faults("[NaN,1,\"\\ud83d\"]")).hasSize(2);
        assertThat(faults("[" + "NaN,".repeat(99) + "1]")).hasSize(20);
    }

    @Test
    void afterTwentyFaultsNothingCountsAsClean() {
        Faults full = new Faults();
        for (int i = 0; i < Faults.MOST; i++) {
            full.add(Place.root(), "is wrong");
        }
        assertThat(TreeCheck.isClean(JsonReader.strict().read("[\"\\ud83d\"]"), Place.root(), full))
                .isFalse();
    }

    @Test
    void nodesThatWereNotReadAreClean() {
        assertThat(TreeCheck.isClean(
                        JsonNodeFactory.instance.arrayNode().add(5).add(true).add("é"), Place.root(), new Faults()))
                .isTrue();
    }

    @RepeatedTest(50)
    void whateverIsWellFormedIsClean(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        Faults faults = new Faults();
        assertThat(TreeCheck.isClean(new RandomJson(seed).value(8), Place.root(), faults))
                .as("seed %d: %s", seed, faults.found())
                .isTrue();
    }
}
