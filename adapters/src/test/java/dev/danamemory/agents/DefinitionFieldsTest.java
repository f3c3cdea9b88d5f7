package dev.danamemory.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionFieldsTest {
    private static DefinitionFields fields(String json) {
        return DefinitionFields.of(JsonReader.strict().read(json), "");
    }

    @Test
    void whatIsAbsentOrNullIsTheUsual() {
        for (DefinitionFields fields : new DefinitionFields[] {fields("{}"), fields("{\"a\": null}")}) {
            assertThat(fields.take("a")).isNull();
        }
        assertThat(fields("{\"a\": null}").text("a", "usual")).isEqualTo("usual");
        assertThat(fields("{\"a\": null}").whole("a", 7)).isEqualTo(7);
        assertThat(fields("{\"a\": null}").flag("a", true)).isTrue();
        assertThat(fields("{\"a\": null}").number("a")).isNull();
        assertThat(fields("{\"a\": null}").object("a").rest().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-7, -7",
        "7.0, 7",
        "7e0, 7",
        "70e-1, 7",
        "2147483647, 2147483647",
        "2147483648, 2147483647",
        "-9223372036854775808, -2147483648",
    })
    void wholeNumbersComeAsTheNearestInt(String written, int value) {
        assertThat(fields("{\"a\": " + written + "}").whole("a", 0)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0, 0", "1e2, 100", "3650, 3650"})
    void numbersMayHaveFractions(String written, double value) {
        assertThat(fields("{\"a\": " + written + "}").number("a")).isEqualTo(value);
    }

    @Test
    void whatWasTakenIsNotLeft() {
        DefinitionFields fields = fields("{\"b\": 1, \"a\": 2, \"c\": null}");
        fields.take("a");
        assertThatThrownBy(fields::refuseOthers).hasMessage("b: is not known here");
        fields.take("b");
        assertThat(fields.rest().has("c")).isTrue();
        fields.take("c");
        fields.refuseOthers();
        assertThat(fields.rest().isEmpty()).isTrue();
    }

    @Test
    void theTreeThatWasReadStaysAsItWas() {
        JsonNode tree = JsonReader.strict().read("{\"a\": 1}");
        DefinitionFields.of(tree, "").take("a");
        assertThat(tree.has("a")).isTrue();
    }

    @Test
    void faultsAreNamedFromFurtherOut() {
        DefinitionFields memory = fields("{\"memory\": {\"window\": 1}}").object("memory");
        assertThat(memory.placed(new InvalidInputException("window", "is wrong")))
                .hasMessage("memory.window: is wrong");
        assertThatThrownBy(() -> fields("{\"memory\": 1}").object("memory"))
                .hasMessage("memory: must be a JSON object");
    }
}
