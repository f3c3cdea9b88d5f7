package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.json;
import static dev.danamemory.dana.Samples.readTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnJsonTest {
    private static final Turn FULL =
            readTurn("\"status\":\"failed\",\"agent_id\":\"a\",\"context_through\":0,\"x\":1.0,"
                    + "\"steps\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"hm\",\"y\":2}],"
                    + "\"attachments\":[{\"uri\":\"s3://b/k\",\"media_type\":\"image/png\",\"z\":null}]");

    @Test
    void anAnswerHasAllFieldsAndNoOthers() {
        assertThat(JsonWriter.text(TurnJson.answer(readTurn("\"x\":1"))))
                .isEqualTo("{\"turn_id\":\"t-9\",\"turn_number\":1,\"user_input\":\"in\",\"agent_response\":\"out\","
                        + "\"timestamp\":\"2026-11-22T13:00:00Z\",\"metadata\":{},\"status\":\"complete\",\"agent_id\":null,"
                        + "\"context_through\":null,\"replaces\":null,\"steps\":[],\"attachments\":[]}");
        assertThat(JsonWriter.text(TurnJson.answer(FULL)))
                .endsWith("\"status\":\"failed\",\"agent_id\":\"a\",\"context_through\":0,\"replaces\":null,"
                        + "\"steps\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"hm\"}],"
                        + "\"attachments\":[{\"uri\":\"s3://b/k\",\"media_type\":\"image/png\",\"name\":null,\"size\":null,"
                        + "\"sha256\":null}]}");
    }

    @Test
    void aFileHasWhatAFileBroughtToo() {
        assertThat(JsonWriter.text(TurnJson.file(FULL)))
                .endsWith(
                        "\"replaces\":null,"
                                + "\"steps\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"hm\",\"y\":2}],"
                                + "\"attachments\":[{\"uri\":\"s3://b/k\",\"media_type\":\"image/png\",\"z\":null}],\"x\":1.0}");
    }

    @Test
    void aStoredTurnLeavesOutWhatIsEmpty() {
        assertThat(JsonWriter.text(TurnJson.stored(readTurn(""))))
                .isEqualTo("{\"turn_id\":\"t-9\",\"turn_number\":1,\"user_input\":\"in\",\"agent_response\":\"out\","
                        + "\"timestamp\":\"2026-11-22T13:00:00Z\",\"metadata\":{}}");
    }

    @Test
    void whatWasStoredReadsTheSame() {
        for (Turn turn : List.of(FULL, readTurn(""), readTurn("\"more\":{\"a\":[null,1E400]}"))) {
            assertThat(TurnJson.fromStored(JsonReader.stored().read(JsonWriter.bytes(TurnJson.stored(turn)))))
                    .isEqualTo(turn);
            assertThat(TurnJson.fromStored(TurnJson.stored(turn))).isEqualTo(turn);
            assertThat(TurnJson.fromStored(TurnJson.file(turn))).isEqualTo(turn);
        }
    }

    @Test
    void whatWasLetInOnceIsReadForEver() {
        Turn odd = new Turn(
                "x".repeat(500),
                5,
                "x".repeat(Turn.LONGEST_TEXT + 1),
                "",
                "long ago",
                JsonNodeFactory.instance.objectNode().put("k", "x".repeat(Turn.LARGEST_METADATA)),
                TurnStatus.REDACTED,
                "no/id",
                7L,
                9L,
                List.of(),
                List.of(),
                Map.of());
        assertThat(TurnJson.fromStored(TurnJson.stored(odd))).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | must be an object",
                "[] | must be an object",
                "{} | turn_number: is required",
                "{\"turn_number\":1} | turn_id: is required",
                "{\"turn_number\":0,\"turn_id\":\"t\"} | turn_number",
                "{\"turn_number\":1.5} | turn_number: must be a whole number",
                "{\"turn_number\":1,\"turn_id\":5} | turn_id: must be a string",
                "{\"turn_number\":1,\"turn_id\":\"t\",\"status\":\"secret\"} | status: must be",
                "{\"turn_number\":1,\"metadata\":\"secret\"} | metadata: must be an object",
                "{\"turn_number\":1,\"steps\":[{\"type\":\"secret\"}]} | steps[0].type"
            })
    void damageIsNamedAndNotQuoted(String stored, String problem) {
        assertThatThrownBy(() -> TurnJson.fromStored(json(stored)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("secret");
    }

    @Test
    void summariesAreWrittenInTheSameForms() {
        var summary = Samples.read(
                        "{\"history\":[],\"summaries\":[{\"summary_id\":\"s\",\"turn_count\":2,\"content\":\"c\",\"x\":null}]}")
                .summaries()
                .getFirst();
        assertThat(JsonWriter.text(SummaryJson.answer(summary)))
                .isEqualTo(
                        "{\"summary_id\":\"s\",\"created_at\":null,\"turn_count\":2,\"content\":\"c\",\"start_turn\":null,"
                                + "\"end_turn\":null,\"start_timestamp\":null,\"end_timestamp\":null}");
        assertThat(JsonWriter.text(SummaryJson.file(summary))).endsWith("\"end_timestamp\":null,\"x\":null}");
        assertThat(JsonWriter.text(SummaryJson.stored(summary)))
                .isEqualTo("{\"summary_id\":\"s\",\"turn_count\":2,\"content\":\"c\",\"x\":null}");
        assertThat(SummaryJson.fromStored(SummaryJson.stored(summary))).isEqualTo(summary);
        assertThat(SummaryJson.fromStored(SummaryJson.file(summary))).isEqualTo(summary);
        assertThatThrownBy(() -> SummaryJson.fromStored(json("{\"summary_id\":\"s\",\"content\":\"secret\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("turn_count: is required");
        assertThatThrownBy(() -> SummaryJson.fromStored(json("{\"content\":\"secret\",\"turn_count\":1}")))
                .hasMessage("summary_id: is required");
    }
}
