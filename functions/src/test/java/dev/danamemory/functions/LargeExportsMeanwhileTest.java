package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to a conversation between the moment its file was kept and the one in which its address is told. */
class LargeExportsMeanwhileTest {
    private static final int KIB = 1024;
    private static final String EXPORT = "/conversations/large/export";

    @TempDir
    Path folder;

    private final FakeDownloads downloads = new FakeDownloads();
    private TestApi api;

    @BeforeEach
    void fill() {
        api = TestApi.in(
                folder,
                new TestAgents(),
                store -> store,
                InstantSource.fixed(TestApi.NOW),
                new LargeExports.Fetched(downloads));
        remember("The secret is zebra. " + "x".repeat(250 * KIB));
        for (int i = 0; i < 17; i++) {
            remember("x".repeat(250 * KIB));
        }
    }

    private void remember(String text) {
        String input = JsonWriter.text(JsonNodeFactory.instance.textNode(text));
        api.post("/conversations/large/turns")
                .json("{\"user_input\": " + input + ", \"agent_response\": \"\"}")
                .reply()
                .hasStatus(201);
    }

    private String kept() {
        return downloads.files.values().iterator().next().json();
    }

    @Test
    void anErasedOneIsNotHandedOut() {
        downloads.afterPuts.add(() -> api.delete("/conversations/large").reply().hasStatus(204));
        api.get(EXPORT).reply().isProblem(404, "not-found");
        assertThat(downloads.files).isEmpty();
    }

    @Test
    void aClearedOneIsExportedAnew() {
        downloads.afterPuts.add(
                () -> api.post("/conversations/large/clear").reply().hasStatus(200));
        JsonNode file = api.get(EXPORT).reply().hasStatus(200).body();
        assertThat(file.path("history")).isEmpty();
        assertThat(downloads.files).isEmpty();
    }

    @Test
    void aRedactedOneIsExportedAnew() {
        downloads.afterPuts.add(
                () -> api.delete("/conversations/large/turns/1").reply().hasStatus(204));
        JsonNode answer = api.get(EXPORT).reply().hasStatus(200).body();
        assertThat(downloads.files).hasSize(1);
        assertThat(kept()).doesNotContain("zebra");
        assertThat(answer.at("/download/bytes").intValue()).isEqualTo(kept().getBytes(StandardCharsets.UTF_8).length);
        assertThat(JsonReader.strict().read(kept()).path("history")).hasSize(18);
    }

    @Test
    void aFurtherTurnIsNoReasonToBeginAgain() {
        downloads.afterPuts.add(() -> remember("later"));
        api.get(EXPORT).reply().hasStatus(200);
        assertThat(kept()).contains("zebra").doesNotContain("later");
    }

    @Test
    void whoNeverComesToAnEndIsToldToTryAgain() {
        for (int turn = 1; turn <= 3; turn++) {
            String number = "/conversations/large/turns/" + (turn + 10);
            downloads.afterPuts.add(() -> {
                api.delete(number).reply().hasStatus(204);
                remember("x".repeat(250 * KIB));
            });
        }
        Reply reply = api.get(EXPORT).reply().isProblem(503, "store-unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(downloads.files).isEmpty();
        api.get(EXPORT).reply().hasStatus(200);
        assertThat(downloads.files).hasSize(1);
    }
}
