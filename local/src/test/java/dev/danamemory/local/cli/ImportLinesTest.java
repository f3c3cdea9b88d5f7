package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code export --user} writes goes in again: a file in each line. */
class ImportLinesTest extends CommandTest {
    private static final String ONE = "{\"conversation_id\": \"one\", \"history\": []}";
    private static final String TWO = "{\"conversation_id\": \"two\", \"history\": []}";
    private static final int LIMIT = 4 * 1024 * 1024;

    private String file(String content) throws IOException {
        Path file = data.resolve("all.jsonl");
        Files.write(file, content.getBytes(UTF_8));
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "%s\n%s", "\n%s\r\n\r\n\n  %s \n\n", "%s\n\t\n%s\n"})
    void everyLineIsAConversation(String form) throws IOException {
        functions.answer(201, "{\"total_turns\": 1}").answer(201, "{\"total_turns\": 2}");

        assertThat(run("import", file(form.formatted(ONE, TWO)))).isZero();

        assertThat(functions.asked()).hasSize(2);
        assertThat(functions.asked().getFirst().what()).isEqualTo("PUT /conversations/one");
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/two");
        assertThat(out).contains("conversation one, turns: 1\n", "conversation two, turns: 2\n");
    }

    @Test
    void eachIsNamedByItsLine() throws IOException {
        functions.answer(201, "{\"total_turns\": 1}").problem(422, "history is wrong");
        String name = file("\n" + ONE + "\n\n" + TWO + "\n");

        assertThat(run("import", name)).isEqualTo(1);

        assertThat(out).isEqualTo(name + ":2: conversation one, turns: 1\n");
        assertThat(err).isEqualTo(name + ":4: history is wrong\n");
    }

    @Test
    void aSingleLineIsAFileLikeAnyOther() throws IOException {
        functions.answer(201, "{\"total_turns\": 1}");
        String name = file(ONE + "\n");

        assertThat(run("import", "--conversation", "other", name)).isZero();

        assertThat(out).isEqualTo(name + ": conversation other, turns: 1\n");
    }

    @Test
    void oneIdIsNotForSeveral() throws IOException {
        assertThat(run("import", "--conversation", "other", file(ONE + "\n" + TWO)))
                .isEqualTo(1);
        assertThat(err).contains("--conversation names one conversation");
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void aBrokenLineCostsOnlyItself() throws IOException {
        functions.answer(201, "{}").answer(201, "{}");
        String name = file(ONE + "\n{\"history\": [\n" + TWO + "\n");

        assertThat(run("import", name)).isEqualTo(1);

        assertThat(functions.asked()).hasSize(2);
        assertThat(err).startsWith(name + ":2: not valid JSON (line 1, column ");
    }

    @Test
    void aLineThatIsTooLargeCostsOnlyItself() throws IOException {
        functions.answer(201, "{}").answer(201, "{}");
        String large = ONE.replace("[]", "[" + " ".repeat(LIMIT) + "]");
        String name = file(large + "\n" + ONE + "\n" + large + "\n" + TWO + "\n" + large);

        assertThat(run("import", name)).isEqualTo(1);

        assertThat(functions.asked()).hasSize(2);
        assertThat(err.lines()).hasSize(3).allMatch(line -> line.contains("is over 4 MiB"));
        assertThat(err).contains(name + ":1: ", name + ":3: ", name + ":5: ");
    }

    @Test
    void aLineOfTheLargestSizeGoesIn() throws IOException {
        functions.answer(201, "{}");
        String largest = ONE.replace("[]", "[" + " ".repeat(LIMIT - ONE.length() - 2) + "]");

        assertThat(run("import", file(largest + "\n"))).isZero();
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/one");
    }

    @Test
    void linesWithoutAnIdAreNamedByFileAndLine() throws IOException {
        functions.answer(201, "{}").answer(201, "{}");

        run("import", file("{\"history\": []}\n{\"history\": [], \"conversation_id\": \"../x\"}\n"));

        assertThat(functions.asked().getFirst().what()).isEqualTo("PUT /conversations/all.jsonl-1");
        assertThat(functions.last().what()).isEqualTo("PUT /conversations/all.jsonl-2");
    }

    @Test
    void whatStandsForAFileIsToldApart() throws IOException {
        String name = file("""
                {"conversation_id": "a", "download": {"url": "https://x"}}
                {"conversation_id": "b", "problem": {"detail": "it is damaged"}}
                """);

        assertThat(run("import", name)).isEqualTo(1);

        assertThat(functions.asked()).isEmpty();
        assertThat(err)
                .contains(name + ":1: is not the file but where it could be fetched")
                .contains(name + ":2: could not be exported: it is damaged");
    }

    @Test
    void anEmptyFileIsNone() throws IOException {
        assertThat(run("import", file(" \n\n"))).isEqualTo(1);
        assertThat(err).contains("empty, a JSON value was expected");
        assertThat(functions.asked()).isEmpty();
    }
}
