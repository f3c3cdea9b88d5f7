package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code export --user NAME}. */
class ExportUserTest extends CommandTest {
    private List<String> asked() {
        return functions.asked().stream().map(ScriptedFunctions.Asked::what).toList();
    }

    @Test
    void allThatIsTheUsersIsPrintedAFileALine() {
        functions
                .answer(200, """
                        {"conversations": [{"conversation_id": "a", "n": 1.50}, {"conversation_id": "b\\u001b"}],
                         "next_cursor": "x=y"}""")
                .answer(200, "{\"conversations\": [{\"conversation_id\": \"c\"}], \"next_cursor\": null}");
        assertThat(run("export", "--user", "Ana")).isZero();
        assertThat(out).isEqualTo("""
                        {"conversation_id":"a","n":1.50}
                        {"conversation_id":"b\\u001B"}
                        {"conversation_id":"c"}
                        """);
        assertThat(asked()).containsExactly("GET /me/export?limit=100", "GET /me/export?limit=100&cursor=x%3Dy");
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @Test
    void orIsWrittenToAFile() throws IOException {
        functions.answer(200, "{\"conversations\": [{\"a\": \"é\"}, {\"b\": 1}], \"next_cursor\": null}");
        Path file = data.resolve("all.jsonl");
        assertThat(run("export", "--user", "Ana", "-o", file.toString())).isZero();
        assertThat(Files.readString(file)).isEqualTo("{\"a\":\"é\"}\n{\"b\":1}\n");
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("conversations in " + file + ": 2\n");
    }

    @Test
    void whoHasNothingGetsNothing() {
        functions.answer(200, "{\"conversations\": [], \"next_cursor\": null}");
        assertThat(run("export", "--user", "Ana")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void aFailureOnTheWayIsAFailure() {
        functions
                .answer(200, "{\"conversations\": [{\"a\": 1}], \"next_cursor\": \"x\"}")
                .problem(503, "the store is not to be reached now; try again");
        assertThat(run("export", "--user", "Ana")).isEqualTo(1);
        assertThat(err).isEqualTo("the store is not to be reached now; try again\n");
    }

    @Test
    void whatCannotBeExportedIsNamedAndTheRestIsWritten() throws IOException {
        functions.answer(200, """
                        {"conversations": [{"a": 1}, {"conversation_id": "b", "problem": {"detail": "it is damaged"}}, {"c": 1}],
                         "next_cursor": null}""");
        Path file = data.resolve("all.jsonl");
        assertThat(run("export", "--user", "Ana", "-o", file.toString())).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("{\"a\":1}\n{\"c\":1}\n");
        assertThat(err).isEqualTo("conversation b: it is damaged\nconversations in " + file + ": 2\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        assertThat(run("export", "--user", "Ana", "-o", data + "/no/such/folder"))
                .isEqualTo(1);
        assertThat(err).isEqualTo("can't write " + data + "/no/such/folder\n");
    }

    @Test
    void withAnIdItIsThatConversationOfTheUsers() {
        functions.answer(200, "{}");
        assertThat(run("export", "c1", "--user", "Ana")).isZero();
        assertThat(asked()).containsExactly("GET /conversations/c1/export");
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @Test
    void everythingOfNobodyInParticularIsNotExported() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(err).contains("--user NAME");
        assertThat(functions.asked()).isEmpty();
    }
}
