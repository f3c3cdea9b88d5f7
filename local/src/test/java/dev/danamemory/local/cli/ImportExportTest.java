package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportExportTest extends CommandTest {
    private String file(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.write(file, content.getBytes(UTF_8));
        return file.toString();
    }

    @Test
    void everyFileIsPutUnderItsOwnId() throws IOException {
        functions.answer(201, "{\"total_turns\": 2}").answer(200, "{\"total_turns\": 3}");
        String one = file("a.json", "{\"conversation_id\": \"first.one\", \"history\": []}");
        String two = file("b.json", "{\"conversation_id\": \"second\", \"history\": []}");

        assertThat(run("import", one, two)).isZero();
        assertThat(functions.asked().getFirst().what()).isEqualTo("PUT /conversations/first.one");
        assertThat(functions.asked().getFirst().body().has("history")).isTrue();
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/second");
        assertThat(out)
                .isEqualTo(one + ": conversation first.one, turns: 2\n" + two
                        + ": conversation second was imported before, turns: 3\n");
    }

    @Test
    void anIdThatCannotBeIsMadeOfTheFilesName() throws IOException {
        functions.answer(201, "{}").answer(201, "{}").answer(201, "{}").answer(201, "{}");
        run("import", file("Über my talk.JSON", "{\"conversation_id\": \"../x\"}"));
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/ber-my-talk");
        run("import", file("x".repeat(140) + ".json", "{\"conversation_id\": 7}"));
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/" + "x".repeat(128));
        run("import", file("...json", "{}"));
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/imported");
        run("import", file("plain", "[]"));
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/plain");
    }

    @Test
    void idAgentAndUserCanBeSaid() throws IOException {
        functions.answer(201, "{}");

        assertThat(run("import", "--conversation", "c1", "--agent", "a b", "--user", "Ana", file("a.json", "{}")))
                .isZero();
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/c1?agent_id=a%20b");
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @Test
    void oneIdIsForOneFile() throws IOException {
        assertThat(run("import", "--conversation", "c1", file("a", "{}"), file("b", "{}")))
                .isEqualTo(2);
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void aBadFileIsNamedAndTheOthersAreImported() throws IOException {
        String broken = file("broken.json", "{\"history\": [");
        String refused = file("refused.json", "{\"history\": 1}");
        String nan = file("nan.json", "{\"history\": [], \"metadata\": {\"x\": NaN}}");
        String fine = file("fine.json", "{}");
        functions
                .answer(
                        422,
                        "{\"detail\": \"invalid\", \"errors\": [{\"field\": \"history\", \"problem\": \"must be a list\"}]}")
                .problem(422, "metadata.x is NaN")
                .answer(201, "{\"total_turns\": 0}");

        assertThat(run("import", broken, refused, nan, data + "/none.json", data.toString(), fine))
                .isEqualTo(1);
        assertThat(out).isEqualTo(fine + ": conversation fine, turns: 0\n");
        assertThat(err)
                .contains(broken + ": not valid JSON (line 1, column ")
                .contains(refused + ": history must be a list")
                .contains(nan + ": metadata.x is NaN")
                .contains("none.json: there is no such file")
                .contains(data + ": can't be read; is it a file?");
    }

    @Test
    void anIdThatIsTakenIsNamed() throws IOException {
        functions.problem(409, "taken");

        assertThat(run("import", file("c1.json", "{}"))).isEqualTo(1);
        assertThat(err).contains("there is another conversation c1 already").contains("--conversation");
    }

    @Test
    void tooLargeIsToldWithoutReadingItAll() throws IOException {
        assertThat(run("import", file("big", "{\n" + " ".repeat(4 * 1024 * 1024))))
                .isEqualTo(1);
        assertThat(err).contains("is over 4 MiB");
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void exportPrintsTheFileForPeople() {
        functions.answer(
                200, "{\"conversation_id\":\"c1\",\"history\":[{\"user_input\":\"é\u009b\\u001b\",\"n\":1.50}]}");

        assertThat(run("export", "c1")).isZero();
        assertThat(functions.last().what()).isEqualTo("GET /conversations/c1/export");
        assertThat(out)
                .contains("\n  \"history\"")
                .contains("1.50")
                .contains("é\\u009b\\u001")
                .endsWith("}\n");
        assertThat(JsonReader.strict().read(out).at("/history/0/user_input").asText())
                .isEqualTo("é\u009b\u001b");
    }

    @Test
    void exportWritesAFile() throws IOException {
        functions.answer(200, "{\"history\": []}");
        Path file = data.resolve("out.json");

        assertThat(run("export", "-o", file.toString(), "c1")).isZero();
        assertThat(out).isEmpty();
        assertThat(JsonReader.strict().read(Files.readAllBytes(file)).has("history"))
                .isTrue();
    }

    @Test
    void exportOfNothingIsAFailure() throws IOException {
        functions.problem(404, "there is no such conversation").answer(200, "{}");

        assertThat(run("export", "c1")).isEqualTo(3);
        assertThat(err).contains("there is no such conversation");
        assertThat(run("export", "-o", data + "/no/such/folder", "c1")).isEqualTo(1);
        assertThat(err).contains("can't write");
        assertThat(run("export", "../c1")).isEqualTo(2);
        assertThat(run("export")).isEqualTo(2);
    }
}
