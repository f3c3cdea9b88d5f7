package dev.danamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user moves from store to store by the command line, and has the same history in each. */
@Timeout(300)
class MovingTest {
    private static final Path SAMPLES = Path.of("../memory/src/test/resources/dana-files");

    /** What Dana writes none of. */
    private static final String OUR_OWN = """
            {"conversation_id": "Our.own", "created_at": "2026-01-02T03:04:05+02:00", "updated_at": "2026-01-03",
             "history": [
              {"turn_id": "a/b ü", "user_input": "What is π?", "agent_response": "", "timestamp": "2026-01-02T03:04:05",
               "metadata": {"n": 3.1400, "big": 12345678901234567890123456789.0e3, "none": null}, "status": "failed",
               "agent_id": "default", "context_through": 6},
              {"turn_id": "t-8", "user_input": "What is π?", "agent_response": "3.14 \\ud83e\\udd67\\u0000\\u001b",
               "timestamp": "2026-01-02T03:05:05Z", "metadata": {}, "status": "complete", "agent_id": "default",
               "context_through": 7, "replaces": 7, "more": {"keys": [1.0, 1]},
               "steps": [{"type": "tool_call", "id": "1", "name": "pi", "arguments": {"digits": 2.0}},
                         {"type": "tool_result", "id": "1", "content": "3.14", "is_error": false},
                         {"type": "message", "role": "assistant", "content": "I have it."}],
               "attachments": [{"uri": "s3://b/k", "media_type": "image/png", "name": "pie.png", "size": 12, "sha256": null}]}],
             "summaries": [{"summary_id": "s-1", "created_at": "2026-01-02", "turn_count": 6, "content": "Numbers.",
                            "start_turn": 1, "end_turn": 6, "start_timestamp": "2026-01-01", "end_timestamp": "2026-01-01"}],
             "metadata": {"session_count": 3, "total_turns": 8, "title": "Pie", "user_id": "somebody", "kept": {"as": 1.10}}}
            """;

    @TempDir
    Path folder;

    private final String name = "moving-" + UUID.randomUUID();

    private Map<String, String> environment(String store) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "MEMORY_STORE",
                store,
                "MEMORY_DATA_DIR",
                folder.resolve("notes").toString(),
                "MEMORY_BUCKET",
                name,
                "MEMORY_TABLE",
                name,
                "AWS_ENDPOINT_URL_S3",
                S3Server.shared().url().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                DynamoDbServer.shared().url().toString(),
                "AWS_REGION",
                S3Server.REGION,
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY));
        return environment;
    }

    private void run(Map<String, String> environment, String... arguments) throws Exception {
        try (ChildProcess process = ChildProcess.start(dev.danamemory.local.Main.class, environment, arguments)) {
            assertThat(process.exitCode()).as(process.errors()).isZero();
        }
    }

    private Path exported(String store, String file) throws Exception {
        Path path = folder.resolve(file);
        run(environment(store), "export", "--user", "ada", "--output", path.toString());
        return path;
    }

    private static Map<String, JsonNode> conversations(Path file) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode one = JsonReader.strict().read(line);
            assertThat(all.put(one.path("conversation_id").asText(), one)).isNull();
        }
        return all;
    }

    private static void assertEqual(Map<String, JsonNode> moved, Map<String, JsonNode> before) {
        assertThat(moved.keySet()).isEqualTo(before.keySet());
        before.forEach((id, file) -> assertThat(CanonicalJson.equal(moved.get(id), file))
                .as("%s\nbefore %s\nafter  %s", id, file, moved.get(id))
                .isTrue());
    }

    @Test
    void fromAFolderToDynamoDbToS3AndBack() throws Exception {
        List<String> files = new ArrayList<>(List.of("import", "--user", "ada"));
        for (String sample : List.of(
                "context_demo.json", "demo_agent_memory.json", "multi_session_memory.json", "windowed_history.json")) {
            files.add(SAMPLES.resolve(sample).toString());
        }
        files.add(
                Files.write(folder.resolve("own.json"), OUR_OWN.getBytes(UTF_8)).toString());
        run(environment("file"), files.toArray(String[]::new));
        Path first = exported("file", "first.jsonl");
        Map<String, JsonNode> before = conversations(first);
        assertThat(before).hasSize(5).containsKey("Our.own");
        assertThat(Files.readString(first)).contains("3.1400", "12345678901234567890123456789.0e3", "1.10");

        run(environment("dynamodb"), "import", "--user", "ada", first.toString());
        Path second = exported("dynamodb", "second.jsonl");
        assertEqual(conversations(second), before);

        run(environment("s3"), "import", "--user", "ada", second.toString());
        Path third = exported("s3", "third.jsonl");
        assertEqual(conversations(third), before);

        Map<String, String> another = environment("file");
        another.put("MEMORY_DATA_DIR", folder.resolve("another").toString());
        run(another, "import", "--user", "ada", third.toString());
        run(another, "import", "--user", "ada", third.toString());
        run(
                another,
                "export",
                "--user",
                "ada",
                "--output",
                folder.resolve("fourth.jsonl").toString());
        assertEqual(conversations(folder.resolve("fourth.jsonl")), before);
    }
}
