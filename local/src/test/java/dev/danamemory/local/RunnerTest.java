package dev.danamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runner as a person meets it: processes, a folder, a socket. */
@Timeout(120)
class RunnerTest {
    private static final String MARKER = "zebra-secret";

    @TempDir
    Path folder;

    private String command(String... arguments) throws Exception {
        try (ChildProcess command = ChildProcess.start(Main.class, Map.of(), arguments)) {
            command.endInput();
            String said = command.rest();
            assertThat(command.exitCode()).as(command.errors()).isZero();
            return said;
        }
    }

    @Test
    void whatWasSaidIsKnownAfterARestart() throws Exception {
        Path data = folder.resolve("data");
        String id;
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode first = server.chat("", "My oven is a Bosch from 2019.").json();
            id = first.path("conversation_id").asText();
            assertThat(first.path("turn_number").longValue()).isEqualTo(1);
            assertThat(server.stop()).isZero();
            assertThat(server.process().rest()).isEmpty();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.chat(id, "What did I say about the oven?")
                            .json()
                            .path("agent_response")
                            .asText())
                    .contains("My oven is a Bosch from 2019.");
        }
    }

    @Test
    void commandLineAndServerShareTheData() throws Exception {
        String data = folder.resolve("data").toString();
        try (ServerProcess server = ServerProcess.start(Path.of(data))) {
            command("chat", "--data", data, "--user", "local", "My oven is a Bosch from 2019.");
            JsonNode mine = server.get("/conversations").json().at("/conversations/0");
            String id = mine.path("conversation_id").asText();
            assertThat(mine.path("title").asText()).isEqualTo("My oven is a Bosch from 2019.");
            server.chat(id, "The oven is broken since Monday.");

            assertThat(command("chat", "--data", data, "What did I say about Monday?"))
                    .contains("The oven is broken since Monday.");
            Path file = folder.resolve("out.json");
            Files.writeString(file, command("export", "--data", data, id));
            assertThat(command("import", "--data", data, "--user", "Ana", file.toString()))
                    .isEqualTo(file + ": conversation " + id + ", turns: 3\n");
            assertThat(server.ask("GET", "/conversations/" + id, "Ana", new byte[0])
                            .json()
                            .path("total_turns")
                            .longValue())
                    .isEqualTo(3);
        }
    }

    @Test
    void usersNeverMeet() throws Exception {
        List<String> users = List.of("..", "a/b", "a%2Fb", "é", "e\u0301", "Ana", "ana", "\uD83D\uDE00".repeat(256));
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            for (int i = 0; i < users.size(); i++) {
                byte[] turn = JsonWriter.bytes(JsonNodeFactory.instance
                        .objectNode()
                        .put("user_input", "I am number " + i)
                        .put("agent_response", ""));
                assertThat(server.ask("POST", "/conversations/c/turns", users.get(i), turn)
                                .status())
                        .isEqualTo(201);
            }
            for (int i = 0; i < users.size(); i++) {
                JsonNode page = server.ask("GET", "/conversations/c/turns", users.get(i), new byte[0])
                        .json();
                assertThat(page.path("turns")).hasSize(1);
                assertThat(page.at("/turns/0/user_input").asText()).isEqualTo("I am number " + i);
            }
        }
        try (var outside = Files.list(folder)) {
            assertThat(outside).containsExactly(folder.resolve("data"));
        }
    }

    @Test
    void badBodiesAreToldApart() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            assertThat(chatStatus(server, "{\"message\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}"))
                    .isEqualTo(413);
            assertThat(chatStatus(server, "{\"message\": \"cut")).isEqualTo(400);
            assertThat(chatStatus(server, "{\"message\": \"a\", \"context\": " + "[".repeat(64) + "]".repeat(64) + "}"))
                    .isEqualTo(400);
            assertThat(chatStatus(server, "{\"message\": \"\\ud800\"}")).isEqualTo(422);
            assertThat(server.ask("POST", "/chat", "local", new byte[] {(byte) 0xff, 0, 1})
                            .status())
                    .isEqualTo(400);
            assertThat(server.get("/conversations").json().path("conversations"))
                    .isEmpty();
        }
    }

    private static int chatStatus(ServerProcess server, String body) throws Exception {
        return server.ask("POST", "/chat", "local", body.getBytes(UTF_8)).status();
    }

    @Test
    void routesThatAreNotThereAreProblems() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            assertThat(server.get("/").status()).isEqualTo(404);
            assertThat(server.get("/conversations/a%2Fb").status()).isEqualTo(404);
            assertThat(server.get("/conversations/%FF").status()).isEqualTo(404);
            assertThat(server.get("/conversations/%00").status()).isEqualTo(404);
            assertThat(server.get("/health/").status()).isEqualTo(200);
            for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "BREW")) {
                assertThat(server.ask(method, "/chat", "local", new byte[0]).status())
                        .as(method)
                        .isEqualTo(405);
                assertThat(server.ask(method, "/nowhere", "local", new byte[0]).status())
                        .as(method)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void noTextOfAUserIsLoggedAtAnyLevel() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data, Map.of("LOG_LEVEL", "TRACE"))) {
            String id = server.chat("", "My " + MARKER + " is safe.")
                    .json()
                    .path("conversation_id")
                    .asText();
            server.chat(id, "What about the " + MARKER + "?");
            server.get("/conversations/" + id + "/search?q=" + MARKER);
            server.get("/conversations/" + id + "/context?query=" + MARKER);
            server.get("/conversations?status=" + MARKER + "&" + MARKER + "=1");
            server.get("/" + MARKER);
            server.get("/conversations/" + MARKER);
            server.ask("GET", "/conversations", MARKER, new byte[0]);
            server.ask("PUT", "/conversations/c", "local", ("{\"" + MARKER + "\": [").getBytes(UTF_8));
            server.ask("PUT", "/conversations/c", "local", ("{\"history\": \"" + MARKER + "\"}").getBytes(UTF_8));
            assertThat(server.stop()).isZero();

            assertThat(server.process().errors())
                    .doesNotContainIgnoringCase(MARKER)
                    .contains("POST /chat");
        }
    }

    @Test
    void theWarmUpOfTheLauncherLeavesNothing() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (ChildProcess warmUp = ChildProcess.start(
                Main.class, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "warm-up")) {
            assertThat(warmUp.exitCode()).as(warmUp.errors()).isZero();
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        try (ChildProcess command = ChildProcess.start(Main.class, Map.of(), "chat", "--data", file + "/data", "x")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.errors())
                    .contains("The data folder " + file)
                    .doesNotContain("Exception", "MEMORY_DATA_DIR");
        }
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("key"));
        try (ChildProcess server = ChildProcess.start(Main.class, Map.of(), "serve", "--port=0", "--data=" + data)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.errors()).isEqualTo("The data folder " + data + " can't be used.\n");
        }
    }
}
