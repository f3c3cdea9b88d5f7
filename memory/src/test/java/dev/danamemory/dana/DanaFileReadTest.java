package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.KEY;
import static dev.danamemory.dana.Samples.fileWith;
import static dev.danamemory.dana.Samples.json;
import static dev.danamemory.dana.Samples.read;
import static dev.danamemory.dana.Samples.readTurn;
import static dev.danamemory.dana.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Ids;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanaFileReadTest {
    private static final String BARE = "{\"user_input\":\"\",\"agent_response\":\"\",\"timestamp\":\"2026-11-22\"}";

    private static DanaFile threeTurns(String metadata) {
        return read("{\"history\":[" + String.join(",", BARE, BARE, BARE) + "],\"metadata\":" + metadata + "}");
    }

    private static String exported(String file) {
        return JsonWriter.text(DanaFileCodec.write(read(file), KEY, null));
    }

    @ParameterizedTest
    @CsvSource({
        "{},3",
        "{\"total_turns\":0},3",
        "{\"total_turns\":2},3",
        "{\"total_turns\":-5},3",
        "{\"total_turns\":3},3",
        "{\"total_turns\":3.0},3",
        "{\"total_turns\":41},41",
        "{\"total_turns\":1e9},1000000000"
    })
    void theLastTurnsNumberIsTheTotal(String metadata, long total) {
        DanaFile file = threeTurns(metadata);
        assertThat(file.totalTurns()).isEqualTo(total);
        assertThat(file.turns()).extracting(Turn::turnNumber).containsExactly(total - 2, total - 1, total);
        assertThat(DanaFileCodec.write(file, KEY, null)
                        .at("/metadata/total_turns")
                        .longValue())
                .isEqualTo(total);
    }

    @Test
    void aHistoryMayBeEmptyAndItsTotalNot() {
        assertThat(read("{\"history\":[]}").totalTurns()).isZero();
        assertThat(read("{\"history\":[],\"metadata\":{\"total_turns\":7}}").totalTurns())
                .isEqualTo(7);
    }

    @Test
    void missingIdsAreMadeFromConversationAndNumber() {
        List<Turn> turns = threeTurns("{\"total_turns\":9}").turns();
        assertThat(turns).extracting(Turn::turnId).doesNotHaveDuplicates().allMatch(Ids::isTurnId);
        assertThat(threeTurns("{\"total_turns\":9}").turns()).isEqualTo(turns);
        JsonNode same = json("{\"history\":[" + BARE + "],\"metadata\":{\"total_turns\":9}}");
        assertThat(DanaFileCodec.read(same, "c-1").turns().getFirst()).isEqualTo(turns.getLast());
        assertThat(DanaFileCodec.read(same, "c-2").turns().getFirst().turnId())
                .isNotEqualTo(turns.getLast().turnId());
    }

    @Test
    void aMadeIdIsNeverOneOfTheFiles() {
        String made = threeTurns("{}").turns().getFirst().turnId();
        DanaFile file = read("{\"history\":[" + BARE + "," + turn("").replace("t-9", made) + "]}");
        assertThat(file.turns())
                .extracting(Turn::turnId)
                .doesNotHaveDuplicates()
                .endsWith(made);
    }

    @Test
    void missingSummaryIdsAreMadeLikewise() {
        String file =
                "{\"history\":[],\"summaries\":[{\"content\":\"\",\"turn_count\":0},{\"content\":\"\",\"turn_count\":0}]}";
        assertThat(read(file).summaries())
                .extracting(summary -> summary.summaryId())
                .doesNotHaveDuplicates()
                .allMatch(Ids::isId);
        assertThat(read(file).summaries()).isEqualTo(read(file).summaries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "a/b", "..", "👋", " ", "\\u0000", "\\\\", "_memory"})
    void anImportedIdMayBeAnyString(String id) {
        assertThat(read("{\"history\":[" + turn("").replace("t-9", id) + "]}").turns())
                .singleElement()
                .satisfies(
                        turn -> assertThat(json("\"" + id + "\"").textValue()).isEqualTo(turn.turnId()));
    }

    @Test
    void aTurnsOwnFieldsAreRead() {
        Turn turn = read("{\"history\":[" + BARE + ","
                        + turn("\"turn_number\":2,\"status\":\"failed\",\"agent_id\":\"a\","
                                + "\"context_through\":1,\"replaces\":1,\"steps\":[],\"attachments\":[]")
                        + "]}")
                .turns()
                .getLast();
        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.agentId()).isEqualTo("a");
        assertThat(turn.contextThrough()).isEqualTo(1);
        assertThat(turn.replaces()).isEqualTo(1);
        assertThat(turn.more()).isEmpty();
    }

    @Test
    void thoseThatMayBeNullMayBeNull() {
        Turn turn = readTurn("\"agent_id\":null,\"context_through\":null,\"replaces\":null");
        assertThat(turn).isEqualTo(readTurn(""));
        assertThat(read("{\"history\":[],\"summaries\":[{\"summary_id\":\"s\",\"content\":\"c\",\"turn_count\":1,"
                                + "\"created_at\":null,\"start_turn\":null,\"end_turn\":null,\"start_timestamp\":null,"
                                + "\"end_timestamp\":null}]}")
                        .summaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.more()).isEmpty());
    }

    @Test
    void unknownKeysAreKeptOnAllLevelsInTheirOrder() {
        String kept = "\"z\":null,\"a\":[1.50,{\"\":-0}],\"history\":\"no\"";
        DanaFile file = read(
                "{\"z\":null,\"a\":1E400,\"history\":[" + turn(kept) + "],\"summaries\":[{\"summary_id\":\"s\","
                        + "\"turn_count\":1,\"content\":\"c\",\"z\":null,\"b\":0.10}],\"metadata\":{\"z\":null,\"c\":1e-7}}");
        assertThat(file.more().keySet()).containsExactly("z", "a");
        assertThat(file.turns().getFirst().more().keySet()).containsExactly("z", "a", "history");
        assertThat(JsonWriter.text(DanaFileCodec.write(file, KEY, null)))
                .contains(kept)
                .contains("\"z\":null,\"b\":0.10")
                .contains("\"z\":null,\"c\":1e-7")
                .endsWith(",\"z\":null,\"a\":1E400}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "1E400",
                "-0",
                "-0.0",
                "0e-5",
                "1e-7",
                "1E+2",
                "100000000000000000000.0",
                "1e99999999999",
                "123456789012345678901234567890.123456789012345678901234567890"
            })
    void numbersLeaveAsTheyCame(String number) {
        assertThat(exported(fileWith("\"n\":" + number))).contains("\"n\":" + number + "}");
        assertThat(exported("{\"history\":[],\"metadata\":{\"n\":[" + number + "]}}"))
                .contains("\"n\":[" + number + "]");
    }

    @Test
    void aThousandDigitsLeaveAsTheyCame() {
        String number = "-1." + "23456789".repeat(124) + "1234500";
        assertThat(exported(fileWith("\"n\":" + number))).contains("\"n\":" + number + "}");
    }
}
