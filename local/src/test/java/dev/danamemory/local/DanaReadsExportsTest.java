package dev.danamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dana itself (its one file from the wheel on PyPI) reads what we export, answers the same context, and writes what we
 * import. Skipped where Python 3.11 or the wheel cannot be had.
 */
@Timeout(240)
class DanaReadsExportsTest {
    private static final String WHEEL = "dana==0.6.0.3.post3";
    private static final String MEMORY = "dana/frameworks/memory/conversation_memory.py";

    @TempDir
    Path folder;

    @Test
    void theRoundTripThroughDanaKeepsEverything() throws Exception {
        Path danasOwn = danasOwnMemory();
        Path file = folder.resolve("export.json");
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            assertThat(ask(server, "PUT", "bakery", resource("/dana/windowed_history.json"))
                            .status())
                    .isEqualTo(201);
            JsonNode ours = get(
                            server,
                            "bakery/context?query=Where%20is%20the%20bakery%3F&max_turns=5"
                                    + "&relevant_turns=0&token_budget=0")
                    .json();
            Files.writeString(file, get(server, "bakery/export").body());

            JsonNode danas = JsonReader.strict().read(readByDana(danasOwn, file));
            // the file holds five turns of twelve; Dana's window of 20 and ours show the info line alike: not at all
            assertThat(danas.path("context").asText())
                    .isEqualTo(ours.path("text").asText());
            assertThat(danas.at("/statistics/total_turns").longValue()).isEqualTo(12);
            assertThat(danas.at("/statistics/active_turns").longValue()).isEqualTo(5);

            assertThat(ask(server, "PUT", "back", Files.readAllBytes(file)).status())
                    .isEqualTo(201);
            JsonNode newest = get(server, "back/turns/13").json();
            assertThat(newest.path("user_input").asText()).isEqualTo("Added by Dana: pâte à choux 🥐");
        }
    }

    private static ServerProcess.Reply ask(ServerProcess server, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return server.ask(method, "/conversations/" + path, "Ana", body);
    }

    private static ServerProcess.Reply get(ServerProcess server, String path) throws IOException, InterruptedException {
        return ask(server, "GET", path, new byte[0]);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = DanaReadsExportsTest.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        }
    }

    private String readByDana(Path danasOwn, Path file) throws Exception {
        Path script = folder.resolve("read_export.py");
        Files.write(script, resource("/dana/read_export.py"));
        return run(List.of("python3", script.toString(), danasOwn.toString(), file.toString()));
    }

    private Path danasOwnMemory() throws Exception {
        assumeTrue(succeeds(List.of("python3", "-c", "from datetime import UTC")), "Python 3.11 is not here");
        Path wheels = Path.of("target", "dana-wheel").toAbsolutePath();
        if (!Files.isDirectory(wheels) || wheels.toFile().list().length == 0) {
            assumeTrue(
                    succeeds(List.of(
                            "python3",
                            "-m",
                            "pip",
                            "download",
                            "--quiet",
                            "--no-deps",
                            "--only-binary=:all:",
                            "--python-version",
                            "3.12",
                            "--dest",
                            wheels.toString(),
                            WHEEL)),
                    "Dana's wheel cannot be had");
        }
        Path memory = folder.resolve("conversation_memory.py");
        try (ZipFile wheel = new ZipFile(wheels.toFile().listFiles()[0])) {
            Files.copy(wheel.getInputStream(wheel.getEntry(MEMORY)), memory);
        }
        return memory;
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
