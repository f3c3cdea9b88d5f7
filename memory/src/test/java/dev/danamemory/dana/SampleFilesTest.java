package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleFilesTest {
    private static List<String> memoryFiles() {
        return Samples.MEMORY_FILES;
    }

    private static Stream<JsonNode> contextCases() {
        JsonNode cases = JsonReader.strict().read(Samples.bytes("context_cases.json"));
        return StreamSupport.stream(cases.spliterator(), false).map(one -> one.get("memory"));
    }

    @ParameterizedTest
    @MethodSource("memoryFiles")
    void aFileOfDanasIsGivenBack(String name) {
        assertGivenBack(JsonReader.strict().read(Samples.bytes(name)));
    }

    @ParameterizedTest
    @MethodSource("contextCases")
    void soIsTheMemoryOfEveryContextCase(JsonNode memory) {
        assertGivenBack(memory);
    }

    private static void assertGivenBack(JsonNode file) {
        DanaFile read = DanaFileCodec.read(file, KEY.conversationId());
        byte[] exported = JsonWriter.bytes(DanaFileCodec.write(read, KEY, "a title"));
        JsonNode written = JsonReader.strict().read(exported);
        GivenBack.assertSame(file, written);
        DanaFile again = DanaFileCodec.read(exported, KEY.conversationId());
        assertThat(again.turns()).isEqualTo(read.turns());
        assertThat(again.summaries()).isEqualTo(read.summaries());
        JsonNode writtenAgain = DanaFileCodec.write(again, KEY, null);
        assertThat(CanonicalJson.equal(writtenAgain, written)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("memoryFiles")
    void historyReadsAsWritten(String name) {
        JsonNode history = JsonReader.strict().read(Samples.bytes(name)).get("history");
        List<Turn> turns = DanaFileCodec.read(Samples.bytes(name), "c-1").turns();
        assertThat(turns).hasSize(history.size());
        for (int i = 0; i < turns.size(); i++) {
            assertThat(turns.get(i).turnId())
                    .isEqualTo(history.get(i).get("turn_id").textValue());
            assertThat(turns.get(i).userInput())
                    .isEqualTo(history.get(i).get("user_input").textValue());
            assertThat(turns.get(i).agentResponse())
                    .isEqualTo(history.get(i).get("agent_response").textValue());
            assertThat(turns.get(i).timestamp())
                    .isEqualTo(history.get(i).get("timestamp").textValue());
            assertThat(turns.get(i).metadata()).isEqualTo(history.get(i).get("metadata"));
        }
    }

    @Test
    void aWindowOfALongHistoryKeepsItsNumbers() {
        DanaFile file = DanaFileCodec.read(Samples.bytes("windowed_history.json"), "c-1");
        assertThat(file.totalTurns()).isEqualTo(12);
        assertThat(file.turns()).extracting(Turn::turnNumber).containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(file.sessionCount()).isEqualTo(1);
        assertThat(file.conversationId()).isEqualTo("049d725d-9c2b-4b42-bd94-80bba7fbd88e");
        assertThat(file.createdAt()).isEqualTo("2026-11-22T13:27:37.508817+00:00");
        assertThat(JsonWriter.text(file.metadata())).isEqualTo("{\"user_id\":\"aicha\"}");
        assertThat(file.turns().get(2).metadata().at("/nested/x").isNull()).isTrue();
        assertThat(file.summaries()).singleElement().satisfies(summary -> {
            assertThat(summary.startTurn()).isNull();
            assertThat(summary.endTurn()).isNull();
            assertThat(summary.turnCount()).isEqualTo(5);
            assertThat(summary.content()).contains("Blé d'or in Liège").contains("€1,250");
            assertThat(summary.endTimestamp()).isEqualTo("2026-11-22T13:27:37.510290+00:00");
        });
    }

    @Test
    void theCorruptedFileIsNoJson() {
        assertThatThrownBy(() -> DanaFileCodec.read(Samples.bytes("corrupted.json"), "c-1"))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void otherJsonIsNoMemoryFile() {
        assertThatThrownBy(() -> DanaFileCodec.read(Samples.bytes("context_cases.json"), "c-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("an object");
        assertThatThrownBy(() -> DanaFileCodec.read(Samples.bytes("windowed_history.context.json"), "c-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("history: is required");
    }
}
