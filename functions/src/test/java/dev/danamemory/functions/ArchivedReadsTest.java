package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers see of a conversation that was archived. */
class ArchivedReadsTest extends OverTime {
    @Test
    void whatIsArchivedReadsAsBeforeAndANewTurnMakesItActive() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        Map<String, JsonNode> before = readings("kitchen");
        clock.advance(Duration.ofDays(2));

        JsonNode report = cleanup(false);
        assertThat(report.path("archived").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("done").booleanValue()).isTrue();
        assertThat(files("archive")).isNotEmpty();
        assertThat(api.get("/conversations/kitchen").reply().text("status")).isEqualTo("archived");
        assertThat(readings("kitchen")).isEqualTo(before);
        assertThat(cleanup(false).path("archived").intValue())
                .as("a second time")
                .isZero();

        Map<String, String> cold = FolderBytes.of(folder);
        api.post("/chat")
                .json1("{'message': 'question number 66', 'conversation_id': 'kitchen'}")
                .reply()
                .hasStatus(200);
        JsonNode statistics = api.get("/conversations/kitchen").reply().body();
        assertThat(statistics.path("status").asText()).isEqualTo("active");
        assertThat(statistics.path("total_turns").intValue()).isEqualTo(TURNS + 1);
        Map<String, String> after = FolderBytes.of(folder);
        cold.keySet().removeIf(name -> !name.startsWith("archive/"));
        assertThat(after).containsAllEntriesOf(cold);
        assertThat(files("turns")).as("nothing is copied back").isEmpty();
        assertThat(api.get("/conversations/kitchen/turns?limit=200")
                        .reply()
                        .body()
                        .path("turns"))
                .hasSize(TURNS + 1);
    }

    @Test
    void whatIsArchivedCanBeRedactedAndErased() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        importAs(api, "garden", "brief", file(TURNS));
        clock.advance(Duration.ofDays(2));
        cleanup(false);
        api.delete("/conversations/kitchen/turns/3").reply().hasStatus(204);
        assertThat(api.get("/conversations/kitchen/turns/3").reply().text("status"))
                .isEqualTo("redacted");
        assertThat(api.get("/conversations/kitchen/export").reply().body().toString())
                .doesNotContain("question number 3\"");
        api.delete("/conversations/kitchen").reply().hasStatus(204);
        assertThat(files("archive")).allMatch(name -> name.contains("garden"));
        JsonNode erased = api.delete("/me?confirm=true").reply().hasStatus(200).body();
        assertThat(erased.at("/erased/archives").intValue()).isPositive();
        assertThat(files("archive")).isEmpty();
    }

    @Test
    void whoseAgentIsGoneCanBeReadAndExportedAndIsReported() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        clock.advance(Duration.ofDays(99));
        TestAgents fewer = new TestAgents().keeping("other", 1.0, 1.0);
        api = TestApi.in(folder, fewer, store -> store, clock, new LargeExports.Whole());
        JsonNode report = cleanup(false);
        assertThat(report.path("skipped").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("notes").toString()).contains("brief");
        assertThat(readings("kitchen")).hasSize(7);
        api.post("/chat")
                .json1("{'message': 'hello', 'conversation_id': 'kitchen'}")
                .reply()
                .isFaultOf("agent_id");
        api.post("/chat")
                .json1("{'message': 'hello', 'conversation_id': 'kitchen', 'agent_id': 'default'}")
                .reply()
                .hasStatus(200);
        api.delete("/conversations/kitchen").reply().hasStatus(204);
    }

    @Test
    void anExportOfAllImportedElsewhereIsTheSameHistory(@TempDir Path elsewhere) throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        api.post("/conversations/hall/turns")
                .json1("{'user_input': 'Is it cold?', 'agent_response': 'Yes.', 'agent_id': 'lasting'}")
                .reply()
                .hasStatus(201);
        clock.advance(Duration.ofDays(2));
        cleanup(false);
        TestApi other = api(elsewhere);
        JsonNode files = api.get("/me/export").reply().body().path("conversations");
        assertThat(files).hasSize(2);
        for (JsonNode file : files) {
            String id = file.path("conversation_id").asText();
            other.put("/conversations/" + id)
                    .json(JsonWriter.text(file))
                    .reply()
                    .hasStatus(201);
            ObjectNode there = (ObjectNode)
                    other.get("/conversations/" + id + "/export").reply().body();
            // when it was written there is that store's own
            JsonNode here = ((ObjectNode) file).without("updated_at");
            assertThat(CanonicalJson.equal(here, there.without("updated_at")))
                    .as(there.toString())
                    .isTrue();
        }
    }
}
