package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agents file as a person edits it while a server runs, or gets it wrong before. */
@Timeout(120)
class AgentsFileChangesTest {
    private static final String PROMPT = "zebra-prompt";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("agents.json");
        Files.writeString(file, "{\"agents\": [{\"name\": \"First Bot\"}]}");
    }

    private static String name(ServerProcess server) throws Exception {
        return server.get("/agents").json().at("/agents/0/name").asText();
    }

    @Test
    void aServerTakesItWithoutARestartAndReportsAWrongOne() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("data"), Map.of("AGENTS_FILE", file.toString()))) {
            assertThat(name(server)).isEqualTo("First Bot");
            Files.writeString(file, "{\"agents\": [{\"name\": \"Second Bot\"}, {\"id\": \"more\"}]}");
            assertThat(name(server)).isEqualTo("Second Bot");
            assertThat(server.post("/chat", message("more")).status()).isEqualTo(200);

            Files.writeString(
                    file,
                    "{\"agents\": [{\"id\": \"default\", \"system_prompt\": \"" + PROMPT
                            + "\", \"memory\": {\"window\": 0}}]}");
            assertThat(name(server)).isEqualTo("Second Bot");
            assertThat(server.post("/chat", message("more")).status()).isEqualTo(200);
            assertThat(server.stop()).isZero();
            assertThat(server.process().errors())
                    .containsOnlyOnce("WARN")
                    .contains("agents file " + file + ": agent \"default\": memory.window is out of range: 1 to 200")
                    .contains("; the agents stay as they were")
                    .doesNotContain(PROMPT);
        }
    }

    private static JsonNode message(String agent) {
        return JsonNodeFactory.instance.objectNode().put("message", "hello").put("agent_id", agent);
    }

    @Test
    void aWrongFileStopsTheStart() throws Exception {
        Files.writeString(file, "{\"agents\": [{\"timeout_seconds\": 26}]}");

        assertThat(started(Map.of("AGENTS_FILE", file.toString())))
                .startsWith("agents file " + file + ": agent \"default\": timeout_seconds is out of range: 1 to 25");
    }

    @Test
    void aSecretThatCannotBeHadStopsTheStart() throws Exception {
        Files.writeString(file, """
                {"agents": [{"kind": "openai", "endpoint": "https://api.example.com/v1", "model": "m",
                  "api_key_secret": "prod/model-key"}]}""");
        // nobody listens there
        Map<String, String> environment = Map.of(
                "AGENTS_FILE", file.toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDTEST",
                "AWS_SECRET_ACCESS_KEY", "zebra-credential",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:9");

        assertThat(started(environment))
                .isEqualTo(
                        "agents file " + file + ": agent \"default\": api_key_secret names a secret, and AWS Secrets"
                                + " Manager can't be asked for it (SdkClientException); check region, credentials and network\n");
    }

    private String started(Map<String, String> environment) throws Exception {
        try (ChildProcess server =
                ChildProcess.start(Main.class, environment, "serve", "--port=0", "--data=" + folder.resolve("data"))) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.rest()).isEmpty();
            return server.errors();
        }
    }
}
