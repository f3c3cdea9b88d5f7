package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import dev.danamemory.local.RealApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of {@code events/} through {@code invoke} and the functions as they are shipped. */
class InvokeEventsTest {
    private static final Path EVENTS = Path.of("../events");
    private static final String USER = "auth0|5f7c8ec7c33c6c004bbafe82";

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Path kitchen = Files.writeString(folder.resolve("kitchen.json"), """
                {"history": [{"turn_id": "t", "user_input": "The oven is broken.", "agent_response": "I see.",
                              "timestamp": "2026-01-01T00:00:00Z", "metadata": {}}]}""");
        run("import", "--user", USER, kitchen.toString());
    }

    private String run(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false);
        CommandContext context = new CommandContext(
                terminal,
                Map.of("MEMORY_DATA_DIR", folder.resolve("data").toString()),
                choice -> RealApi.open(choice.data()));
        assertThat(DanaMemoryCommand.execute(context, arguments))
                .as(err.toString(UTF_8))
                .isZero();
        return out.toString(UTF_8);
    }

    private JsonNode invoke(String... arguments) throws IOException {
        return JsonReader.strict().read(run(arguments));
    }

    @Test
    void eachIsAnsweredWithAStatusOfSuccess() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(Route.values().length);
        for (Path file : files) {
            assertThat(invoke("invoke", file.toString()).path("statusCode").longValue())
                    .as(file.toString())
                    .isBetween(200L, 299L);
        }
    }

    @Test
    void thoseOfTheScheduleAreAnsweredWithAReport() throws IOException {
        for (String file : List.of("cleanup-dry-run.json", "cleanup.json")) {
            JsonNode report = invoke("invoke", EVENTS + "/" + file);
            assertThat(report.path("dry_run").booleanValue()).isEqualTo(file.contains("dry-run"));
            assertThat(report.path("done").booleanValue()).isTrue();
        }
    }

    // what takes away what others need comes last: a turn, then what is in a conversation, then it, then all
    private static List<Path> files() throws IOException {
        Map<Path, Integer> ranks = new TreeMap<>();
        try (Stream<Path> all = Files.list(EVENTS)) {
            for (Path file : all.toList()) {
                String key = JsonReader.strict()
                        .read(Files.readAllBytes(file))
                        .path("routeKey")
                        .asText();
                if (key.isEmpty()) {
                    continue;
                }
                boolean takesAway = key.startsWith("DELETE ") || key.endsWith("/clear");
                ranks.put(
                        file,
                        takesAway ? 1_000 - key.substring(key.indexOf(' ')).length() : 0);
            }
        }
        return ranks.keySet().stream().sorted(Comparator.comparing(ranks::get)).toList();
    }

    @Test
    void theAnswerIsThatOfTheEventsUser() throws IOException {
        JsonNode answer = invoke("invoke", EVENTS + "/turn.json");
        assertThat(answer.at("/headers/X-Correlation-Id").asText()).isEqualTo("JKJaXmPLvHcESHA=");
        assertThat(JsonReader.strict()
                        .read(answer.path("body").asText())
                        .path("user_input")
                        .asText())
                .isEqualTo("The oven is broken.");
        assertThat(invoke("invoke", "--user", "ben", EVENTS + "/turn.json")
                        .path("statusCode")
                        .longValue())
                .isEqualTo(404);
    }
}
