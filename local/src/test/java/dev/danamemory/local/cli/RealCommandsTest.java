package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.local.RealApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands before the functions as they are shipped. */
class RealCommandsTest {
    private static final String DANA_FILE = """
            {"conversation_id": "kitchen", "created_at": "2025-01-02T03:04:05.000001", "updated_at": "2025-01-02T03:04:06",
             "history": [{"turn_id": "t-1", "user_input": "My oven is a Bosch", "agent_response": "Nice",
                          "timestamp": "2025-01-02T03:04:05.000001", "metadata": {"n": 1.50, "big": 123456789012345678901}},
                         {"turn_id": "t-2", "user_input": "é\\u001b[31m", "agent_response": "", "more": [1],
                          "timestamp": "2025-01-02T03:04:06", "metadata": {}}],
             "summaries": [], "metadata": {"session_count": 1, "total_turns": 2}}
            """;

    @TempDir
    Path folder;

    private String err = "";

    private String run(int exitCode, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                false);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data=" + folder.resolve("data"));
        CommandContext context = new CommandContext(terminal, Map.of(), choice -> RealApi.open(choice.data()));
        int code = DanaMemoryCommand.execute(context, all.toArray(String[]::new));
        err = errors.toString(UTF_8);
        assertThat(code).as(err).isEqualTo(exitCode);
        return out.toString(UTF_8);
    }

    private String danaFile() throws IOException {
        return Files.writeString(folder.resolve("kitchen.json"), DANA_FILE).toString();
    }

    @Test
    void theAgentRemembersFromCommandToCommand() {
        run(0, "", "chat", "My oven is a Bosch from 2019.");

        assertThat(run(0, "", "chat", "What did I say about the oven?")).contains("My oven is a Bosch from 2019.");
        assertThat(run(0, "", "chat", "--new", "What did I say about the oven?"))
                .doesNotContain("Bosch");
        assertThat(run(0, "", "chat", "--user", "ben", "What did I say about the oven?"))
                .doesNotContain("Bosch");
    }

    @Test
    void aDialogueShowsWhatIsRemembered() {
        String said = run(
                0,
                "My oven is a Bosch.\nWhat did I say about the oven?\n/history\n/search bosch\n/context oven\n",
                "chat");

        assertThat(said)
                .contains("#1 ", "  you: My oven is a Bosch.\n", "#2 ", "  you: What did I say about the oven?\n")
                .contains("\n#1 My oven is a Bosch.\n")
                .endsWith("Current user query: oven\n");
    }

    @Test
    void aTurnOfTheDeepestMetadataIsShown() throws IOException {
        // as deep inside the file as a file may be nested
        String deepest = "{\"x\": ".repeat(61) + "1" + "}".repeat(61);
        Path file = Files.writeString(
                folder.resolve("deep.json"),
                "{\"history\": [{\"turn_id\": \"t\", \"user_input\": \"deep\", \"agent_response\": \"\","
                        + " \"timestamp\": \"2026-01-01\", \"metadata\": " + deepest + "}]}");
        run(0, "", "import", file.toString());

        assertThat(run(0, "/history\n", "chat", "--conversation", "deep")).contains("you: deep");
        assertThat(run(0, "/search deep\n", "chat", "--conversation", "deep")).startsWith("#1 deep");
    }

    @Test
    void aFileComesOutAsItWentIn() throws IOException {
        assertThat(run(0, "", "import", danaFile())).endsWith("kitchen.json: conversation kitchen, turns: 2\n");
        assertThat(run(0, "", "import", danaFile())).contains("was imported before");
        String exported = run(0, "", "export", "kitchen");

        JsonNode in = JsonReader.strict().read(DANA_FILE);
        JsonNode out = JsonReader.strict().read(exported);
        for (int turn = 0; turn < 2; turn++) {
            JsonNode before = in.path("history").path(turn);
            JsonNode after = out.path("history").path(turn);
            before.properties()
                    .forEach(field -> assertThat(CanonicalJson.equal(field.getValue(), after.path(field.getKey())))
                            .as("%s", field)
                            .isTrue());
        }
        assertThat(exported).contains("1.50", "123456789012345678901").doesNotContain("\u001b");
    }

    @Test
    void anImportedConversationCanBeTalkedTo() throws IOException {
        run(0, "", "import", danaFile());

        assertThat(run(0, "", "chat", "--conversation", "kitchen", "What did I say about the oven?"))
                .contains("My oven is a Bosch");
        assertThat(run(0, "/history\n", "chat")).contains("é\\u001b[31m").doesNotContain("\u001b");
    }

    @Test
    void aFileThatIsNoDanaFileIsRefusedWithItsPlace() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.json"),
                DANA_FILE.replace("\"user_input\": \"é\\u001b[31m\"", "\"user_input\": 7"));

        run(1, "", "import", wrong.toString());
        assertThat(err).startsWith(wrong + ": ").contains("history[1].user_input");
        run(3, "", "export", "kitchen");
        assertThat(err).contains("no such conversation");
    }

    @Test
    void anIdThatIsTakenIsNotOverwritten() throws IOException {
        run(0, "", "import", danaFile());
        Files.writeString(folder.resolve("kitchen.json"), DANA_FILE.replace("Bosch", "Siemens"));
        run(1, "", "import", folder.resolve("kitchen.json").toString());

        assertThat(err).contains("there is another conversation kitchen already");
        assertThat(run(0, "", "export", "kitchen")).contains("Bosch").doesNotContain("Siemens");
    }

    @Test
    void agentsThatAreNotDefinedAreRefused() throws IOException {
        run(1, "", "chat", "--agent", "nobody", "hi");
        assertThat(err).contains("agent_id");
        run(1, "", "import", "--agent", "nobody", danaFile());
        assertThat(err).contains("agent_id");
    }

    @Test
    void aConversationThatIsErasedIsGone() throws IOException {
        run(0, "", "import", danaFile());

        assertThat(run(0, "", "erase", "--conversation", "kitchen", "--yes"))
                .isEqualTo("conversation kitchen is erased\n");
        run(3, "", "export", "kitchen");
        run(3, "", "erase", "--conversation", "kitchen", "--yes");
        assertThat(err).startsWith("there is no such conversation");
    }

    @Test
    void conversationsOfOthersAreNotThere() throws IOException {
        run(0, "", "import", "--user", "ben", danaFile());

        run(3, "", "export", "kitchen");
        run(3, "", "chat", "--conversation", "kitchen", "hi");
        run(3, "", "erase", "--conversation", "kitchen", "--yes");
        assertThat(run(0, "", "export", "--user", "ben", "kitchen")).contains("Bosch");
    }
}
