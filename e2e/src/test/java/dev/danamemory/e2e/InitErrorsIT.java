package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts that fail: Lambda is told why before any event is lost. */
@Timeout(240)
class InitErrorsIT {
    private static final String MARKER = "zebra-secret";

    @TempDir
    private Path folder;

    private String messageOfStart(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Backend.FILE.environment(folder));
        environment.putAll(more);
        try (LambdaProcess function = LambdaProcess.start(Handler.CHAT, environment)) {
            JsonNode error = JsonReader.strict().read(function.initError());
            assertThat(function.exitCode()).isNotZero();
            assertThat(function.log()).doesNotContain(MARKER);
            return error.path("errorMessage").asText() + error.path("errorType").asText();
        }
    }

    @Test
    void aWrongAgentsFileIsNamedWithAgentAndField() throws IOException {
        Path file = Files.writeString(
                folder.resolve("agents.json"),
                "{\"agents\": [{}, {\"id\": \"b\", \"system_prompt\": \"" + MARKER + "\", \"timeout_seconds\": 99}]}");

        assertThat(messageOfStart(Map.of("AGENTS_FILE", file.toString())))
                .contains("agents file " + file + ": agent \"b\": timeout_seconds is out of range: 1 to 25");
    }

    @Test
    void aKeyThatIsNotThereIsNamedByItsField() throws IOException {
        Path file = Files.writeString(folder.resolve("agents.json"), """
                {"agents": [{"kind": "openai", "endpoint": "https://api.example.com/v1", "model": "m",
                  "api_key_env": "NOBODY_SET_THIS"}]}""");

        assertThat(messageOfStart(Map.of("AGENTS_FILE", file.toString())))
                .contains("agent \"default\": api_key_env names an environment variable that is not there");
    }

    @ParameterizedTest
    @CsvSource({"S3, MEMORY_BUCKET has to name the bucket", "DYNAMODB, MEMORY_TABLE has to name the table"})
    void aStoreWithoutItsPlaceIsRefused(Backend backend, String message) throws IOException {
        assertThat(messageOfStart(backend.at(URI.create("http://127.0.0.1:9")))).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"S3, MEMORY_BUCKET, Not_A_Bucket", "DYNAMODB, MEMORY_TABLE, not/a/table"})
    void aPlaceThatCannotBeIsRefused(Backend backend, String variable, String value) throws IOException {
        Map<String, String> environment = Backend.with(backend.at(URI.create("http://127.0.0.1:9")), variable, value);
        assertThat(messageOfStart(environment)).contains(variable + " must be");
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "DYNAMODB"})
    void anAgentsFileThatIsWrongIsNamedBeforeTheStoreIsAsked(Backend backend) throws IOException {
        Path file = Files.writeString(folder.resolve("agents.json"), "{\"agents\": []}");
        Map<String, String> environment = Backend.with(
                backend.at(URI.create("http://127.0.0.1:9")),
                "MEMORY_BUCKET",
                "bucket",
                "MEMORY_TABLE",
                "table",
                "AGENTS_FILE",
                file.toString());
        assertThat(messageOfStart(environment)).contains("agents file " + file);
    }

    @Test
    void aStoreThatIsNotKnownIsRefused() throws IOException {
        assertThat(messageOfStart(Map.of("MEMORY_STORE", "tape"))).contains("MEMORY_STORE must be");
    }
}
