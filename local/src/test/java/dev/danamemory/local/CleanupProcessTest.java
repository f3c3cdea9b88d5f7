package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cleanup, export and erase as a person meets them: processes, some of them killed. */
@Timeout(180)
class CleanupProcessTest {
    private static final int CONVERSATIONS = 12;
    private static final int TURNS = 65;

    @TempDir
    Path folder;

    private ChildProcess start(String settings, String... arguments) throws IOException {
        Path agents = Files.writeString(
                folder.resolve("agents.json"),
                "{\"agents\": [{\"id\": \"default\", \"name\": \"N\", \"description\": \"D\", \"kind\": \"demo\", \"memory\": {%s}}]}"
                        .formatted(settings));
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data().toString()))
                .toArray(String[]::new);
        return ChildProcess.start(Main.class, Map.of("AGENTS_FILE", agents.toString()), all);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String command(String settings, String... arguments) throws Exception {
        try (ChildProcess command = start(settings, arguments)) {
            command.endInput();
            String said = command.rest();
            assertThat(command.exitCode()).as(command.errors()).isZero();
            return said;
        }
    }

    private void fill() throws Exception {
        String[] files = new String[CONVERSATIONS + 1];
        files[0] = "import";
        for (int i = 1; i <= CONVERSATIONS; i++) {
            int chat = i;
            String turns = IntStream.rangeClosed(1, TURNS)
                    .mapToObj(n ->
                            "{\"user_input\": \"question %d of chat %d\", \"agent_response\": \"a\", \"timestamp\": \"2026-01-01\"}"
                                    .formatted(n, chat))
                    .collect(Collectors.joining(",", "{\"history\": [", "]}"));
            files[i] = Files.writeString(folder.resolve("chat-" + i + ".json"), turns)
                    .toString();
        }
        command("", files);
    }

    /** Every conversation's file, without its label. */
    private Map<String, JsonNode> exported() throws Exception {
        Map<String, JsonNode> files = new TreeMap<>();
        command("", "export", "--user", "local")
                .lines()
                .map(line -> JsonReader.strict().read(line))
                .forEach(file -> files.put(file.path("conversation_id").asText(), file));
        return files;
    }

    private long count(String kind) throws IOException {
        Path place = data().resolve(kind);
        while (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(file -> file.toString().matches(".*\\.(json|gz)"))
                        .count();
            } catch (UncheckedIOException e) {
                // a folder went while we looked: look again
                assertThat(e.getCause()).isInstanceOf(NoSuchFileException.class);
            }
        }
        return 0;
    }

    /** As if a quarter of an hour had gone by, for which a killed run holds what it was at. */
    private void endHolds() throws IOException {
        try (Stream<Path> heads = Files.walk(data().resolve("conversations"))) {
            for (Path head :
                    heads.filter(file -> file.toString().endsWith(".json")).toList()) {
                String held = Files.readString(head);
                Files.writeString(
                        head,
                        held.replaceAll(
                                "(?<start>\"archive_held\":\\{\"by\":\"[^\"]*\",\"at\":\")[^\"]*",
                                "${start}2020-01-01T00:00:00Z"));
            }
        }
    }

    @Test
    void aRunThatIsKilledAnywhereIsCompletedByTheNext() throws Exception {
        fill();
        Map<String, JsonNode> before = exported();
        assertThat(before).hasSize(CONVERSATIONS);
        String archiving = "\"archive_after_days\": 0";
        for (int archived : new int[] {1, 5, 9}) {
            try (ChildProcess cleanup = start(archiving, "cleanup")) {
                while (count("archive") < archived) {
                    Thread.onSpinWait();
                }
                cleanup.kill();
            }
            assertThat(exported()).isEqualTo(before);
            endHolds();
        }
        assertThat(command(archiving, "cleanup")).contains("failed: 0");
        assertThat(count("archive")).isEqualTo(CONVERSATIONS);
        assertThat(exported()).isEqualTo(before);
        assertThat(command(archiving, "cleanup", "--dry-run")).startsWith("would be archived: 0, deleted: 0");

        String deleting = "\"delete_after_days\": 0";
        long heads = count("conversations");
        try (ChildProcess cleanup = start(deleting, "cleanup")) {
            while (count("archive") > CONVERSATIONS - 3) {
                Thread.onSpinWait();
            }
            cleanup.kill();
        }
        assertThat(heads).isEqualTo(CONVERSATIONS);
        assertThat(command(deleting, "cleanup")).contains("failed: 0");
        assertThat(exported()).isEmpty();
        assertThat(count("archive"))
                .as("what the killed run was at; it is written down to be swept in an hour")
                .isLessThanOrEqualTo(count("sweeps"));
    }

    @Test
    void aServerCleansUpBesides() throws Exception {
        fill();
        try (ChildProcess server = start("\"delete_after_days\": 0", "serve", "--port", "0", "--cleanup-every", "1h")) {
            assertThat(server.port()).isPositive();
            while (count("turns") > 0) {
                Thread.onSpinWait();
            }
            server.terminate();
            assertThat(server.exitCode()).isZero();
        }
        assertThat(exported()).isEmpty();
    }

    @Test
    void allOfAUserIsExportedAndErased() throws Exception {
        fill();
        Path file = folder.resolve("all.jsonl");
        command("", "export", "--user", "local", "-o", file.toString());
        assertThat(Files.readAllLines(file)).hasSize(CONVERSATIONS);
        assertThat(command("", "erase", "--user", "local", "--yes"))
                .isEqualTo("erased: conversations %d, turns %d, archives 0\n"
                        .formatted(CONVERSATIONS, CONVERSATIONS * TURNS));
        assertThat(exported()).isEmpty();
    }
}
