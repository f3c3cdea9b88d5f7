package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.faults;
import static dev.danamemory.dana.Samples.fileWith;
import static dev.danamemory.dana.Samples.json;
import static dev.danamemory.dana.Samples.readTurn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.Place;
import dev.danamemory.model.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepJsonTest {
    private static final String CALL =
            "{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"add\",\"arguments\":{\"a\":1.50}}";
    private static final String RESULT = "{\"type\":\"tool_result\",\"id\":\"1\",\"content\":[3]}";
    private static final String MESSAGE = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"\"}";

    private final Faults faults = new Faults();

    private List<Step> request(String steps) {
        return StepJson.read(Fields.ofRequest(json("{\"steps\":" + steps + "}"), Place.root(), faults)
                .orElseThrow());
    }

    @Test
    void readsEveryKindInOrder() {
        List<Step> steps = request("[" + String.join(",", CALL, RESULT, MESSAGE) + "]");
        assertThat(faults.found()).isEmpty();
        assertThat(steps)
                .containsExactly(
                        new Step.ToolCall("1", "add", json("{\"a\":1.5}"), java.util.Map.of()),
                        new Step.ToolResult("1", json("[3]"), false, java.util.Map.of()),
                        new Step.Message("assistant", "", java.util.Map.of()));
        assertThat(JsonWriter.text(StepJson.answer(steps)))
                .isEqualTo("[" + CALL + "," + RESULT.replace("}", ",\"is_error\":false}") + "," + MESSAGE + "]");
    }

    @Test
    void absentAndNullAreNone() {
        assertThat(request("null")).isEmpty();
        assertThat(request("[]")).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | steps | an array",
                "{} | steps | an array",
                "[null] | steps[0] | an object",
                "[{}] | steps[0].type | is required",
                "[{\"type\":\"other\"}] | steps[0].type | tool_call, tool_result or message",
                "[{\"type\":\"tool_call\",\"name\":\"n\",\"arguments\":1}] | steps[0].id | is required",
                "[{\"type\":\"tool_call\",\"id\":\"\",\"name\":\"n\",\"arguments\":1}] | steps[0].id | 1 to 256",
                "[{\"type\":\"tool_call\",\"id\":\"1\",\"arguments\":1}] | steps[0].name | is required",
                "[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"n\"}] | steps[0].arguments | is required",
                "[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"n\",\"arguments\":null}] | steps[0].arguments | is required",
                "[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"n\",\"arguments\":{\"x\":[\"\\ud83d\"]}}] | steps[0].arguments.x[0] | surrogate",
                "[{\"type\":\"tool_result\",\"content\":1}] | steps[0].id | is required",
                "[{\"type\":\"tool_result\",\"id\":\"1\"}] | steps[0].content | is required",
                "[{\"type\":\"tool_result\",\"id\":\"1\",\"content\":1,\"is_error\":0}] | steps[0].is_error | true or false",
                "[{\"type\":\"message\",\"content\":\"c\"}] | steps[0].role | is required",
                "[{\"type\":\"message\",\"role\":\"user\",\"content\":{}}] | steps[0].content | a string"
            })
    void faultsAreNamed(String steps, String field, String problem) {
        request(steps);
        assertThat(faults.found()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @Test
    void togetherTheyHave256KiB() {
        String step = MESSAGE.replace("\"\"", "\"" + "x".repeat(256 * 1024 - MESSAGE.length() - 2) + "\"");
        assertThat(request("[" + step + "]")).hasSize(1);
        assertThat(faults.isEmpty()).isTrue();
        request("[" + step.replaceFirst("x", "xx") + "]");
        assertThat(faults.found())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("steps"));
    }

    @Test
    void inARequestUnknownKeysAreIgnoredAndNotMeasured() {
        String step = MESSAGE.replace("}", ",\"x\":\"" + "x".repeat(300_000) + "\"}");
        assertThat(request("[" + step + "]")).containsExactly(new Step.Message("assistant", "", java.util.Map.of()));
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"n\",\"arguments\":null,\"x\":[null,1E400]}",
                "{\"type\":\"tool_result\",\"id\":\"1\",\"content\":null}",
                "{\"type\":\"tool_result\",\"id\":\"1\",\"content\":\"c\",\"is_error\":true,\"x\":1}",
                "{\"type\":\"tool_result\",\"id\":\"1\",\"content\":\"c\",\"is_error\":false}",
                "{\"type\":\"tool_result\",\"id\":\"1\",\"content\":\"c\",\"is_error\":null}",
                "{\"x\":1,\"content\":\"c\",\"role\":\"tool\",\"type\":\"message\"}"
            })
    void aFileGetsBackWhatItBrought(String step) {
        JsonNode steps = json("[" + step + "]");
        List<Step> read = readTurn("\"steps\":" + steps).steps();
        assertThat(CanonicalJson.equal(
                        TurnJson.file(readTurn("\"steps\":" + steps)).get("steps"), steps))
                .isTrue();
        assertThat(CanonicalJson.equal(
                        TurnJson.stored(readTurn("\"steps\":" + steps)).get("steps"), steps))
                .isTrue();
        assertThat(StepJson.answer(read).get(0).has("x")).isFalse();
    }

    @Test
    void inAFileUnknownKeysAreMeasured() {
        String step = MESSAGE.replace("}", ",\"x\":\"" + "x".repeat(300_000) + "\"}");
        assertThat(faults(fileWith("\"steps\":[" + step + "]")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("history[0].steps"));
    }
}
