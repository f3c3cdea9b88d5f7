package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dana memory files in and out over HTTP. */
class ImportExportTest {
    private static final String FILE = "{'conversation_id': 'elsewhere', 'created_at': '2026-01-01T00:00:00',"
            + "'updated_at': '2026-01-02T00:00:00', 'history': [{'turn_id': 't1', 'user_input': 'a', 'agent_response': 'b',"
            + "'timestamp': '2026-01-01T00:00:00', 'metadata': {'x': 1.50}}], 'summaries': [],"
            + "'metadata': {'session_count': 2, 'total_turns': 1, 'mine': [1]}}";

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
    }

    private Reply put(String target, String file) {
        return api.put(target).json1(file).reply();
    }

    @Test
    void importedFileIsTheConversation() {
        Reply made = put("/conversations/c", FILE).hasStatus(201);
        assertThat(made.header("Location")).isEqualTo("/conversations/c");
        assertThat(made.text("conversation_id")).isEqualTo("c");
        assertThat(made.text("agent_id")).isEqualTo("default");
        assertThat(made.number("session_count")).isEqualTo(2);
        assertThat(made.text("created_at")).isEqualTo("2026-01-01T00:00:00");
        assertThat(api.get("/conversations/c").reply().body()).isEqualTo(made.body());
    }

    @Test
    void exportGivesBackEveryValue() {
        put("/conversations/c", FILE).hasStatus(201);
        ObjectNode exported = (ObjectNode)
                api.get("/conversations/c/export").reply().hasStatus(200).body();
        assertThat(exported.path("conversation_id").asText()).isEqualTo("c");
        assertThat(exported.at("/history/0/metadata").toString()).isEqualTo("{\"x\":1.50}");
        assertThat(exported.at("/metadata/mine").toString()).isEqualTo("[1]");
        assertThat(exported.at("/metadata/user_id").asText()).isEqualTo("alice");
        assertThat(exported.at("/metadata/agent_id").asText()).isEqualTo("default");
        Reply again = api.put("/conversations/copy")
                .json(JsonWriter.text(exported))
                .reply()
                .hasStatus(201);
        assertThat(again.number("total_turns")).isEqualTo(1);
    }

    @Test
    void sameFileAgainIs200UntilItIsCleared() {
        put("/conversations/c", FILE).hasStatus(201);
        String reordered = "{'metadata'" + FILE.substring(FILE.lastIndexOf(": {'session_count'"), FILE.length() - 1)
                + "," + FILE.substring(1, FILE.lastIndexOf(", 'summaries'") + 1) + "'summaries': []}";
        assertThat(JsonReader.strict().read(reordered.replace('\'', '"')))
                .isEqualTo(JsonReader.strict().read(FILE.replace('\'', '"')));
        assertThat(put("/conversations/c", reordered).hasStatus(200).headers()).doesNotContainKey("Location");
        api.withTurn("c", "more", "yes");
        put("/conversations/c", FILE).hasStatus(200);
        put("/conversations/c", FILE.replace("1.50", "1.51")).isProblem(409, "id-taken");
        put("/conversations/c?agent_id=shop-assistant", FILE).isProblem(409, "id-taken");
        api.post("/conversations/c/clear").reply().hasStatus(200);
        put("/conversations/c", FILE).isProblem(409, "id-taken");
    }

    @Test
    void idOfAnotherConversationIsTaken() {
        api.withTurn("c", "m", "r");
        put("/conversations/c", FILE).isProblem(409, "id-taken");
        assertThat(api.get("/conversations/c/turns/1").reply().text("user_input"))
                .isEqualTo("m");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '{''agent_id'': ''shop-assistant''}', shop-assistant",
        "?agent_id=slow, '{''agent_id'': ''shop-assistant''}', slow",
        "?agent_id=slow, '{''agent_id'': ''undefined''}', slow",
        "'', '{}', default",
        "'', '{''agent_id'': ''no id at all''}', default",
    })
    void agentIsTheParametersElseTheFilesElseTheDefault(String query, String metadata, String agent) {
        Reply reply = put("/conversations/c" + query, "{'history': [], 'metadata': " + metadata + "}")
                .hasStatus(201);
        assertThat(reply.text("agent_id")).isEqualTo(agent);
    }

    @Test
    void faultsNameTheirPlaceAndNothingIsStored() {
        put("/conversations/c", FILE.replace("'a'", "5")).isFaultOf("history[0].user_input");
        put("/conversations/c", FILE.replace("1.50", "NaN")).isFaultOf("history[0].metadata.x");
        put("/conversations/c", FILE.replace("1.50", "1".repeat(1_001))).isFaultOf("history[0].metadata.x");
        put("/conversations/c", FILE.replace("2026-01-01T00:00:00', 'metadata'", "noon', 'metadata'"))
                .isFaultOf("history[0].timestamp");
        api.get("/conversations/c").reply().isProblem(404, "not-found");
    }

    @Test
    void fileOf3MibIsImportedAndExported() {
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            turns.append(i == 0 ? "" : ",")
                    .append("{'user_input': '")
                    .append("x".repeat(200_000))
                    .append("', 'agent_response': 'b', 'timestamp': '2026-01-01'}");
        }
        put("/conversations/c", "{'history': [" + turns + "]}").hasStatus(201);
        Reply exported = api.get("/conversations/c/export").reply().hasStatus(200);
        assertThat(exported.base64()).isTrue();
        assertThat(exported.body().path("history")).hasSize(15);
    }
}
