package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on: the same numbers from every command, results and messages apart. */
class ExitCodeTest extends CommandTest {
    private String[] typed(String command) throws IOException {
        Path file = Files.writeString(data.resolve("f.json"), "{}");
        return command.replace("FILE", file.toString()).split(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "chat", "import", "export", "erase", "invoke"})
    void theTableIsInTheHelpOfEveryCommand(String command) {
        assertThat(runBare((command + " --help").strip().split(" "))).isZero();
        assertThat(out)
                .contains("Exit codes:")
                .containsPattern("0 +done")
                .containsPattern("1 +failed")
                .containsPattern("2 +wrong use")
                .containsPattern("3 +there is no such");
    }

    @ParameterizedTest
    @EnumSource
    void theTableInTheReadmeIsThisOne(ExitCode code) throws IOException {
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("| " + code.number() + " | " + ExitCode.table().get("" + code.number()) + " |\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat hello", "export c1", "import FILE", "erase --conversation c1 --yes", "erase --user u --yes"
            })
    void aStoreThatIsOutOfReachIsAFailureAndNothingIsPrinted(String command) throws IOException {
        functions.problem(503, "the store is not available");

        assertThat(run(typed(command))).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).endsWith("the store is not available\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat --conversation c1 hello", "export c1", "erase --conversation c1 --yes"})
    void aConversationThatIsNotThereIsToldApart(String command) throws IOException {
        functions.problem(404, "there is no such conversation");

        assertThat(run(typed(command))).isEqualTo(3);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("there is no such conversation\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chat --new --conversation c1 hello
            chat --conversation a/b hello
            chat --loud hello
            export
            export a/b
            import
            import --conversation c1 FILE FILE
            erase
            erase --conversation a/b --yes
            erase --user u
            erase --user u more --yes
            invoke
            invoke none.json
            invoke FILE FILE
            invoke FILE
            serve --port 65536
            serve --host 0.0.0.0
            chat --store tape hello
            chat --user  hello
            """)
    void wrongUseDoesNothing(String command) throws IOException {
        assertThat(run(typed(command))).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).isNotBlank();
        assertThat(functions.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 1", "502, 1", "504, 1", "409, 1", "422, 1", "404, 3"})
    void anAgentThatFailsIsAFailure(int status, int exitCode) {
        functions.problem(status, "told why");

        assertThat(run("chat", "--conversation", "c", "hello")).isEqualTo(exitCode);
        assertThat(err).startsWith("told why\n");
        assertThat(out).isEmpty();
    }

    @Test
    void theCodesOfADialogueAreThoseOfItsWorst() {
        functions.chat("c1", "A").problem(502, "the agent failed").chat("c1", "B");
        input = "one\ntwo\nthree\n";

        assertThat(run("chat")).isEqualTo(1);
        assertThat(out).isEqualTo("A\nB\n");
        assertThat(err).isEqualTo("the agent failed\n");
    }
}
