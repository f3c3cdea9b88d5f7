package dev.danamemory.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Wiring;
import dev.danamemory.model.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agents file changes under functions that run. */
class FollowingFunctionsTest {
    @TempDir
    private Path folder;

    private Path file;
    private int readings;
    private FunctionRoutes following;
    private LocalApi api;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("agents.json");
        write("First");
        Wiring wiring = new Wiring(Map.of("MEMORY_DATA_DIR", folder + "/data", "AGENTS_FILE", file.toString()));
        WatchedFile watched = new WatchedFile(wiring.agentsFile().orElseThrow());
        Ports ports = wiring.ports();
        following = new FollowingFunctions(watched, new PackagedFunctions(ports), () -> {
            readings++;
            return new PackagedFunctions(ports.with(wiring.agents()));
        });
        api = new LocalApi(following, "sub", InstantSource.system());
    }

    private void write(String name) throws IOException {
        Files.writeString(file, "{\"agents\": [{\"name\": \"" + name + "\"}]}");
    }

    private LocalAnswer ask(String method, String path, Body body) throws IOException {
        List<Header> headers = List.of(new Header("content-type", "application/json"));
        return api.answer(
                new LocalRequest("r-1", method, path, "", headers, body, new UserId("ana"), "127.0.0.1", "HTTP/1.1"));
    }

    private String name() throws IOException {
        return ask("GET", "/agents", Body.EMPTY).json().at("/agents/0/name").asText();
    }

    @Test
    void aChangedFileIsTakenWithTheNextRequest() throws IOException {
        assertThat(name()).isEqualTo("First");
        // of the same length, in the same tick of the file system's clock
        write("Later");
        assertThat(name()).isEqualTo("Later");
        assertThat(ask("POST", "/chat", Body.text("{\"message\": \"What is your name?\"}"))
                        .json()
                        .path("agent_response")
                        .asText())
                .contains("Later");
    }

    @Test
    void aFileThatDidNotChangeIsNotReadAgain() throws IOException {
        name();
        write("First");
        name();
        assertThat(readings).isZero();
    }

    @Test
    void aWrongFileKeepsTheAgentsAndIsReadOnce() throws IOException {
        Files.writeString(file, "{\"agents\": [{\"timeout_seconds\": 0}]}");
        assertThat(name()).isEqualTo("First");
        assertThat(name()).isEqualTo("First");
        assertThat(readings).isEqualTo(1);

        write("Right");
        assertThat(name()).isEqualTo("Right");
    }

    @Test
    void aFileThatIsReplacedIsMissedForAMomentOnly() throws IOException {
        Files.delete(file);
        assertThat(name()).isEqualTo("First");
        write("First");
        assertThat(name()).isEqualTo("First");
        Path other = Files.writeString(folder.resolve("other"), "{\"agents\": [{\"name\": \"Moved\"}]}");
        Files.delete(file);
        Files.move(other, file);
        assertThat(name()).isEqualTo("Moved");
    }

    @Test
    void aRequestThatRunsKeepsTheAgentsItBeganWith() throws IOException {
        FunctionRoutes.Match before = following.match("GET", "/agents");
        write("Later");
        FunctionRoutes.Match after = following.match("GET", "/agents");

        assertThat(answer(before)).contains("First").doesNotContain("Later");
        assertThat(answer(after)).contains("Later");
    }

    private static String answer(FunctionRoutes.Match match) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String event = "{\"routeKey\": \"GET /agents\", \"requestContext\":"
                + " {\"authorizer\": {\"jwt\": {\"claims\": {\"sub\": \"ana\"}}}}}";
        match.handler().handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new LocalContext("r"));
        return answer.toString(UTF_8);
    }
}
