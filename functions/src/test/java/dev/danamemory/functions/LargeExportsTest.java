package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of over 4 MiB, in the three kinds of places there are. */
class LargeExportsTest {
    private static final int KIB = 1024;

    // filled once, and read only
    @TempDir
    static Path folder;

    private final FakeDownloads downloads = new FakeDownloads();

    private static TestApi api(LargeExports large) {
        return TestApi.in(folder, new TestAgents(), store -> store, InstantSource.fixed(TestApi.NOW), large);
    }

    /** A conversation of that many turns of 250 KiB. */
    private static void fill(TestApi api, String id, int turns) {
        String text = JsonWriter.text(JsonNodeFactory.instance.textNode("x".repeat(250 * KIB)));
        for (int i = 0; i < turns; i++) {
            api.post("/conversations/" + id + "/turns")
                    .json("{\"user_input\": " + text + ", \"agent_response\": \"\"}")
                    .reply()
                    .hasStatus(201);
        }
    }

    @BeforeAll
    static void fill() {
        TestApi api = api(new LargeExports.Whole());
        fill(api, "large", 17);
        fill(api, "half-1", 8);
        fill(api, "half-2", 8);
        api.withTurn("small", "Hello", "Hi");
    }

    @Test
    void onThisMachineTheyAreAnsweredWhole() {
        TestApi api = api(new LargeExports.Whole());
        assertThat(api.get("/conversations/large/export")
                        .reply()
                        .hasStatus(200)
                        .body()
                        .path("history"))
                .hasSize(17);
    }

    @Test
    void behindALambdaTheyAreToBeFetched() {
        TestApi api = api(new LargeExports.Fetched(downloads));
        JsonNode answer =
                api.get("/conversations/large/export").reply().hasStatus(200).body();
        String file = downloads.files.values().iterator().next().json();
        assertThat(answer.toString())
                .isEqualTo("{\"download\":{\"url\":\"https://downloads.example/large\","
                        + "\"expires_at\":\"2026-11-22T14:00:00.123456Z\",\"bytes\":"
                        + file.getBytes(StandardCharsets.UTF_8).length + "}}");
        assertThat(JsonReader.strict().read(file))
                .isEqualTo(api(new LargeExports.Whole())
                        .get("/conversations/large/export")
                        .reply()
                        .body());
        assertThat(api.get("/conversations/half-1/export").reply().body().path("history"))
                .hasSize(8);
        assertThat(downloads.files).hasSize(1);
    }

    @Test
    void whereTheyCannotBeFetchedTheyAreRefused() {
        TestApi api = api(new LargeExports.Refused());
        Reply reply = api.get("/conversations/large/export").reply().isProblem(422, "invalid");
        assertThat(reply.text("detail")).contains("4 MiB", "/turns", "MEMORY_ARCHIVE=s3://");
        assertThat(reply.text("conversation_id")).isEqualTo("large");
        api.get("/conversations/small/export").reply().hasStatus(200);
    }

    @Test
    void pagesOfAllEndAtFourMebibytes() {
        Map<String, Integer> turns = new HashMap<>();
        TestApi api = api(new LargeExports.Whole());
        int pages = 0;
        String query = "";
        JsonNode next;
        do {
            Reply page = api.get("/me/export" + query).reply().hasStatus(200);
            JsonNode files = page.body().path("conversations");
            assertThat(files).isNotEmpty();
            if (files.size() > 1) {
                assertThat(JsonWriter.bytes(files).length).isLessThan(4 * KIB * KIB + KIB);
            }
            files.forEach(file -> assertThat(turns.put(
                            file.path("conversation_id").asText(),
                            file.path("history").size()))
                    .isNull());
            next = page.body().path("next_cursor");
            query = "?cursor=" + next.asText();
            pages++;
        } while (!next.isNull());
        assertThat(turns).isEqualTo(Map.of("large", 17, "half-1", 8, "half-2", 8, "small", 1));
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void amongAllTheLargeOnesAreNamed() {
        TestApi api = api(new LargeExports.Fetched(downloads));
        Set<String> fetched = new HashSet<>();
        String query = "";
        JsonNode next;
        do {
            Reply page = api.get("/me/export" + query).reply().hasStatus(200);
            for (JsonNode file : page.body().path("conversations")) {
                if (file.has("download")) {
                    fetched.add(file.path("conversation_id").asText());
                    assertThat(file.path("download").path("url").asText()).endsWith("/large");
                }
            }
            next = page.body().path("next_cursor");
            query = "?cursor=" + next.asText();
        } while (!next.isNull());
        assertThat(fetched).containsExactly("large");
    }
}
