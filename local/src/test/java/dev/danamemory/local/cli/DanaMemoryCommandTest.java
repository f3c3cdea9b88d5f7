package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.local.gateway.LocalApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanaMemoryCommandTest extends CommandTest {
    @Test
    void whoTypesNothingElseIsLedToAChat() {
        assertThat(runBare()).isZero();
        assertThat(out).contains("dana-memory chat \"").contains("dana-memory serve");
        assertThat(err).isEmpty();
    }

    @Test
    void helpNamesTheCommandsButNotTheInnerOnes() {
        assertThat(runBare("--help")).isZero();
        assertThat(out)
                .contains("serve", "chat", "import", "export", "erase", "cleanup", "invoke", "--version")
                .doesNotContain("warm-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "chat", "import", "export", "erase", "cleanup", "invoke"})
    void everyCommandHasHelpAndSaysWhereTheDataIs(String command) {
        assertThat(runBare(command, "--help")).isZero();
        assertThat(out).contains("--store", "--data", "dana-memory " + command);
    }

    @Test
    void theVersionIsToldAloneInALine() {
        assertThat(runBare("--version")).isZero();
        assertThat(out).matches("dana-memory [^\\n]+\\n");
    }

    @Test
    void unknownCommandsAreUsage() {
        assertThat(runBare("dance")).isEqualTo(2);
        assertThat(err).contains("dance").contains("Try: dana-memory --help");
    }

    @Test
    void theDataIsWhereTheOptionSaysThenTheVariableThenTheUsualPlace() {
        functions.chat("c", "a").chat("c", "a").chat("c", "a").chat("c", "a");
        environment.put("HOME", data.resolve("home").toString());
        runBare("chat", "x");
        environment.put("XDG_DATA_HOME", data.resolve("xdg").toString());
        runBare("chat", "x");
        environment.put("MEMORY_DATA_DIR", data.resolve("variable").toString());
        runBare("chat", "x");
        runBare("chat", "--data", data.resolve("a/../option").toString(), "x");

        assertThat(opened)
                .extracting(StoreChoice::data)
                .containsExactly(
                        data.resolve("home/.local/share/dana-memory"),
                        data.resolve("xdg/dana-memory"),
                        data.resolve("variable"),
                        data.resolve("option"));
    }

    @Test
    void aRelativeXdgFolderIsIgnoredAndOthersBecomeAbsolute() {
        environment.put("HOME", data.toString());
        environment.put("XDG_DATA_HOME", "relative");

        assertThat(StoreChoice.of(null, null, environment).data()).isEqualTo(data.resolve(".local/share/dana-memory"));
        assertThat(StoreChoice.of("file", "here", environment).data())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void storesThatAreNotThereAreNamed() {
        assertThat(run("export", "--store", "tape", "c")).isEqualTo(2);
        assertThat(err).contains("There is no store tape");
        environment.put("MEMORY_STORE", "tape");
        assertThat(run("chat", "x")).isEqualTo(2);
        assertThat(runBare("chat", "--store", "file", "--data", " ", "x")).isEqualTo(2);
        assertThat(opened).isEmpty();
    }

    @Test
    void aWrongLogLevelIsUsage() {
        environment.put("LOG_LEVEL", "LOUD");

        assertThat(run("chat", "x")).isEqualTo(2);
        assertThat(err).contains("LOG_LEVEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "example.org", "127.0.0.2", "::", ""})
    void onlyLoopbackIsListenedOn(String host) {
        assertThat(run("serve", "--port", "0", "--host", host)).isEqualTo(2);
        assertThat(err).contains("127.0.0.1, localhost or ::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void portsHaveARange(String port) {
        assertThat(run("serve", "--port", port)).isEqualTo(2);
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", "" + taken.getLocalPort())).isEqualTo(1);
            assertThat(err)
                    .contains("port " + taken.getLocalPort() + " is in use")
                    .contains("--port");
            assertThat(out).isEmpty();
        }
    }

    @Test
    void aServerThatIsInterruptedStops() throws InterruptedException {
        AtomicInteger exitCode = new AtomicInteger(-1);
        Thread server = Thread.ofPlatform().start(() -> exitCode.set(run("serve", "--port", "0")));
        while (printed.size() == 0 && server.isAlive()) {
            Thread.onSpinWait();
        }
        server.interrupt();
        server.join();

        assertThat(exitCode).hasValue(0);
        assertThat(out).matches("Dana Memory listens on http://127\\.0\\.0\\.1:[0-9]+, data in " + data + "\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat hello", "export c1", "--help", "--version"})
    void outputThatCannotBeWrittenIsAFailure(String typed) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        functions.chat("c1", "A");
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(full, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                false);
        CommandContext context = new CommandContext(
                terminal,
                Map.of("MEMORY_DATA_DIR", data.toString()),
                choice -> new LocalApi(functions, "sub", InstantSource.system()));

        assertThat(DanaMemoryCommand.execute(context, typed.split(" "))).isEqualTo(1);
        assertThat(errors.toString(UTF_8)).contains("Standard output can't be written");
    }

    @Test
    void hintsForProgramsAreLeftOut() {
        functions.problem(404, "there is no such conversation; GET /conversations lists those there are");

        assertThat(run("chat", "--conversation", "c", "one")).isEqualTo(3);
        assertThat(err).startsWith("there is no such conversation\n").doesNotContain("GET");
    }

    @Test
    void aNameThatWasNotUtf8IsUsage() {
        assertThat(run("chat", "--user", "b\ufffdrbel", "x")).isEqualTo(2);
        assertThat(err).contains("UTF-8");
    }
}
