package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCommandTest extends CommandTest {
    private Path lastFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("cli"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @Test
    void theAnswerAloneGoesToStandardOutput() {
        functions.chat("c1", "Hello, Ana. 😀");

        assertThat(run("chat", "hi", "there")).isZero();
        assertThat(out).isEqualTo("Hello, Ana. 😀\n");
        assertThat(err).isEqualTo("(conversation c1)\n");
        assertThat(functions.last().what()).isEqualTo("POST /chat");
        assertThat(functions.last().body().path("message").asText()).isEqualTo("hi there");
        assertThat(functions.last().body().has("conversation_id")).isFalse();
        assertThat(functions.last().body().has("agent_id")).isFalse();
        assertThat(functions.last().user()).isEqualTo("local");
    }

    @Test
    void theLastConversationGoesOn() {
        functions.chat("c1", "a").chat("c1", "b");
        run("chat", "one");
        run("chat", "two");

        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c1");
    }

    @Test
    void everyUserHasALastConversation() {
        functions.chat("c1", "a").chat("c2", "b").chat("c1", "c");
        run("chat", "--user", "Ana", "one");
        run("chat", "--user", "ana", "two");
        assertThat(functions.last().body().has("conversation_id")).isFalse();
        run("chat", "--user", "Ana", "three");

        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c1");
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @Test
    void newBeginsAConversationThatIsThenTheLast() {
        functions.chat("c1", "a").chat("c2", "b").chat("c2", "c");
        run("chat", "one");
        run("chat", "--new", "two");
        assertThat(functions.last().body().has("conversation_id")).isFalse();
        run("chat", "three");

        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c2");
    }

    @Test
    void aNamedConversationIsThenTheLast() {
        functions.chat("c9", "a").chat("c9", "b");
        run("chat", "--conversation", "c9", "--agent", "helper", "one");
        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c9");
        assertThat(functions.last().body().path("agent_id").asText()).isEqualTo("helper");
        run("chat", "two");

        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c9");
    }

    @Test
    void aNamedConversationThatIsNotThereIsAFailure() {
        functions.problem(404, "there is no such conversation");

        assertThat(run("chat", "--conversation", "c9", "one")).isEqualTo(3);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("there is no such conversation\n");
        assertThat(functions.asked()).hasSize(1);
    }

    @Test
    void aLastConversationThatIsGoneGivesWayToANewOne() {
        functions.chat("c1", "a").problem(404, "gone").chat("c2", "b");
        run("chat", "one");

        assertThat(run("chat", "two")).isZero();
        assertThat(out).isEqualTo("b\n");
        assertThat(err).contains("The last conversation is gone; this begins a new one.");
        assertThat(functions.last().body().has("conversation_id")).isFalse();
        assertThat(functions.last().body().path("message").asText()).isEqualTo("two");
    }

    @Test
    void aFailedTurnKeepsItsConversation() {
        functions
                .answer(502, "{\"detail\": \"the agent failed\", \"conversation_id\": \"c1\"}")
                .chat("c1", "b");

        assertThat(run("chat", "one")).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).contains("the agent failed");
        run("chat", "two");
        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c1");
    }

    @Test
    void anAnswerThatWasNotStoredIsShownAllTheSame() {
        functions.answer(503, "{\"detail\": \"not stored\", \"agent_response\": \"forty-two\"}");

        assertThat(run("chat", "one")).isEqualTo(1);
        assertThat(out).isEqualTo("forty-two\n");
        assertThat(err).contains("not stored");
    }

    @Test
    void faultsOfFieldsAreNamed() {
        functions.answer(
                422,
                "{\"detail\": \"invalid\", \"errors\": [{\"field\": \"agent_id\", \"problem\": \"is not defined\"}]}");

        assertThat(run("chat", "--agent", "x", "one")).isEqualTo(1);
        assertThat(err).isEqualTo("agent_id is not defined\n");
    }

    @Test
    void controlCharactersAreSpelledOut() {
        functions.chat("c1", "a\u001b[31mred\u009b0m\u0007\r\nb\tc\u007f\rd");

        run("chat", "one");
        assertThat(out).isEqualTo("a\\u001b[31mred\\u009b0m\\u0007\nb\tc\\u007f\\u000dd\n");
    }

    @Test
    void theFileOfTheLastConversationIsItsOwnersAndNamesNobody() throws IOException {
        functions.chat("c1", "a");
        run("chat", "--user", "../../Ana", "one");

        assertThat(lastFile().getFileName().toString()).matches("last-[0-9a-f]{64}");
        assertThat(Files.readString(lastFile())).isEqualTo("c1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lastFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("cli"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a b", "\u0000", "c1/../../chat"})
    void aFileThatHoldsNoIdDoesNotCount(String content) throws IOException {
        functions.chat("c1", "a").chat("c2", "b");
        run("chat", "one");
        Files.writeString(lastFile(), content);

        assertThat(run("chat", "two")).isZero();
        assertThat(functions.last().body().has("conversation_id")).isFalse();
    }

    @Test
    void aMessageMayBeginWithAnAt() {
        functions.chat("c1", "a");

        assertThat(run("chat", "@home")).isZero();
        assertThat(functions.last().body().path("message").asText()).isEqualTo("@home");
    }

    @Test
    void whatMakesNoSenseIsUsage() {
        assertThat(run("chat", " ")).isEqualTo(2);
        assertThat(run("chat", "--new", "--conversation", "c", "x")).isEqualTo(2);
        assertThat(run("chat", "--conversation", "../x", "x")).isEqualTo(2);
        assertThat(run("chat", "--user", "", "x")).isEqualTo(2);
        assertThat(run("chat", "--user", "a".repeat(257), "x")).isEqualTo(2);
        assertThat(run("chat", "--wrong", "x")).isEqualTo(2);
        assertThat(err).contains("Try: dana-memory chat --help");
        assertThat(functions.asked()).isEmpty();
    }
}
