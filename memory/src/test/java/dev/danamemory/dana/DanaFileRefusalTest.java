package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.faults;
import static dev.danamemory.dana.Samples.fileWith;
import static dev.danamemory.dana.Samples.read;
import static dev.danamemory.dana.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.json.JsonSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanaFileRefusalTest {
    private static final String MADE = "\"user_input\":\"a\",\"agent_response\":\"b\",\"timestamp\":\"2026-11-22\"";

    private static void assertRefused(String file, String field, String problem) {
        assertThat(faults(file)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | `` | an object with history",
                "null | `` | an object with history",
                "{} | history | is required",
                "{\"history\":null} | history | must be an array, not null",
                "{\"history\":{}} | history | must be an array, not an object",
                "{\"history\":[5]} | history[0] | must be an object",
                "{\"history\":[null]} | history[0] | must be an object",
                "{\"history\":[],\"summaries\":{}} | summaries | must be an array",
                "{\"history\":[],\"summaries\":null} | summaries | must be an array",
                "{\"history\":[],\"summaries\":[[]]} | summaries[0] | must be an object",
                "{\"history\":[],\"metadata\":null} | metadata | must be an object, not null",
                "{\"history\":[],\"metadata\":[]} | metadata | must be an object",
                "{\"history\":[],\"conversation_id\":5} | conversation_id | must be a string",
                "{\"history\":[],\"created_at\":\"now\"} | created_at | ISO 8601",
                "{\"history\":[],\"updated_at\":null} | updated_at | must be a string, not null",
                "{\"history\":[],\"metadata\":{\"session_count\":-1}} | metadata.session_count | from 0",
                "{\"history\":[],\"metadata\":{\"session_count\":\"2\"}} | metadata.session_count | a whole number",
                "{\"history\":[],\"metadata\":{\"session_count\":1.5}} | metadata.session_count | a whole number",
                "{\"history\":[],\"metadata\":{\"session_count\":null}} | metadata.session_count | not null",
                "{\"history\":[],\"metadata\":{\"total_turns\":\"2\"}} | metadata.total_turns | a whole number",
                "{\"history\":[],\"metadata\":{\"total_turns\":2.5}} | metadata.total_turns | a whole number",
                "{\"history\":[],\"metadata\":{\"total_turns\":null}} | metadata.total_turns | not null",
                "{\"history\":[],\"metadata\":{\"total_turns\":1000000001}} | metadata.total_turns | 1,000,000,000",
                "{\"history\":[],\"metadata\":{\"total_turns\":1e400}} | metadata.total_turns | a whole number"
            })
    void aBrokenShapeIsNamed(String file, String field, String problem) {
        assertRefused(file, field, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"user_input\":\"a\",\"agent_response\":\"b\" | timestamp | is required",
                "\"user_input\":\"a\",\"timestamp\":\"2026-11-22\" | agent_response | is required",
                "\"agent_response\":\"a\",\"timestamp\":\"2026-11-22\" | user_input | is required",
                "\"user_input\":null,\"agent_response\":\"b\",\"timestamp\":\"2026-11-22\" | user_input | not null",
                "\"user_input\":[],\"agent_response\":\"b\",\"timestamp\":\"2026-11-22\" | user_input | not an array",
                "\"user_input\":\"a\",\"agent_response\":true,\"timestamp\":\"2026-11-22\" | agent_response | not a boolean",
                "\"user_input\":\"a\",\"agent_response\":\"b\",\"timestamp\":\"2026-11-22 10:00\" | timestamp | with T",
                "\"user_input\":\"a\",\"agent_response\":\"b\",\"timestamp\":1763816400 | timestamp | a string"
            })
    void aTurnNeedsBothTextsAndATimestamp(String fields, String field, String problem) {
        assertRefused("{\"history\":[{" + MADE + "},{" + fields + "}]}", "history[1]." + field, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"turn_id\":null | turn_id | not null",
                "\"turn_id\":7 | turn_id | a string",
                "\"turn_id\":\"\" | turn_id | 1 to 256",
                "\"metadata\":null | metadata | not null",
                "\"metadata\":\"{}\" | metadata | an object",
                "\"turn_number\":2 | turn_number | must be 1",
                "\"turn_number\":\"1\" | turn_number | a whole number",
                "\"turn_number\":null | turn_number | not null",
                "\"status\":\"done\" | status | complete, failed or redacted",
                "\"status\":null | status | not null",
                "\"agent_id\":\"a/b\" | agent_id | letters",
                "\"agent_id\":5 | agent_id | a string",
                "\"context_through\":1 | context_through | earlier",
                "\"context_through\":-1 | context_through | from 0",
                "\"replaces\":0 | replaces | from 1",
                "\"replaces\":1 | replaces | earlier",
                "\"steps\":null | steps | an array",
                "\"attachments\":{} | attachments | an array"
            })
    void aTurnsOtherFieldsAreLookedAt(String field, String name, String problem) {
        assertRefused("{\"history\":[{" + MADE + "," + field + "}]}", "history[0]." + name, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"turn_count\":1 | content | is required",
                "\"content\":\"c\" | turn_count | is required",
                "\"content\":\"c\",\"turn_count\":-1 | turn_count | from 0",
                "\"content\":\"c\",\"turn_count\":null | turn_count | not null",
                "\"content\":null,\"turn_count\":1 | content | not null",
                "\"content\":\"c\",\"turn_count\":1,\"summary_id\":null | summary_id | not null",
                "\"content\":\"c\",\"turn_count\":1,\"start_turn\":1 | end_turn | both ends null",
                "\"content\":\"c\",\"turn_count\":1,\"end_turn\":1 | start_turn | both ends null",
                "\"content\":\"c\",\"turn_count\":1,\"start_turn\":2,\"end_turn\":1 | start_turn | above end_turn",
                "\"content\":\"c\",\"turn_count\":1,\"start_turn\":1,\"end_turn\":2 | end_turn | above the last turn, 1",
                "\"content\":\"c\",\"turn_count\":1,\"start_turn\":0,\"end_turn\":1 | start_turn | from 1",
                "\"content\":\"c\",\"turn_count\":1,\"start_timestamp\":\"once\" | start_timestamp | ISO 8601"
            })
    void aSummaryIsLookedAt(String fields, String name, String problem) {
        String file = "{\"history\":[" + turn("") + "],\"summaries\":[{" + fields + "}]}";
        assertThat(faults(file)).first().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("summaries[0]." + name);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"history\":[],\"x\":NaN} | x",
                "{\"history\":[NaN]} | history[0]",
                "{\"history\":[{\"metadata\":{\"score\":NaN}}]} | history[0].metadata.score",
                "{\"history\":[],\"metadata\":{\"a b\":[1,-Infinity]}} | metadata[\"a b\"][1]",
                "{\"history\":[],\"metadata\":{\"total_turns\":Infinity}} | metadata.total_turns",
                "{\"history\":[],\"metadata\":{\"_memory\":NaN}} | metadata._memory",
                "{\"history\":[{\"steps\":[{\"arguments\":[NaN]}]}]} | history[0].steps[0].arguments[0]"
            })
    void notANumberIsNamed(String file, String field) {
        assertRefused(file, field, "NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\":\"\\ud83d\" | history[0].x",
                "\"x\":{\"\\udc4b\":1} | history[0].x[\"\\udc4b\"]",
                "\"\\ud83d\":1 | history[0][\"\\ud83d\"]",
                "\"steps\":[{\"type\":\"\\ud83d\"}] | history[0].steps[0].type",
                "\"agent_id\":\"\\ud83d\" | history[0].agent_id"
            })
    void halfASurrogatePairIsNamed(String field, String place) {
        assertRefused(fileWith(field), place, "surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"history\":[]",
                "{\"history\":[]}}",
                "{\"history\":[],\"history\":[]}",
                "{\"history\":[],\"x\":{\"a\":1,\"a\":2}}",
                "{\"history\":[],\"x\":01}",
                "{\"history\":[],}",
                "history: []"
            })
    void whatIsNotJsonIsASyntaxError(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void anIdTwiceIsNamedWhereItComesAgain() {
        String file = "{\"history\":[" + turn("") + "," + turn("").replace("t-9", "t-8") + "," + turn("") + "]}";
        assertRefused(file, "history[2].turn_id", "history[0] too");
    }
}
