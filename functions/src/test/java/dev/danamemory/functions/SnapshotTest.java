package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.functions.chat.ChatHandler;
import dev.danamemory.functions.context.ContextHandler;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.functions.http.HttpHandler;
import dev.danamemory.functions.http.Route;
import dev.danamemory.model.MemorySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens around a snapshot; that it loads what a first call needs is seen by e2e's SnapStartIT. */
class SnapshotTest {
    @TempDir
    Path folder;

    private Wiring wiring() {
        return new Wiring(Map.of("MEMORY_DATA_DIR", folder.toString()));
    }

    private static HttpHandler made(Route.Function function, Wiring wiring) {
        return switch (function) {
            case CHAT -> new ChatHandler(wiring);
            case CONTEXT -> new ContextHandler(wiring);
            case CONVERSATIONS -> new ConversationsHandler(wiring);
        };
    }

    private static HttpHandler made(Route.Function function, Ports ports) {
        return switch (function) {
            case CHAT -> new ChatHandler(ports);
            case CONTEXT -> new ContextHandler(ports);
            case CONVERSATIONS -> new ConversationsHandler(ports);
        };
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("lock"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                files.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static long scratchFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("rehearsal"))
                    .count();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRehearsalLeavesNothingBehind(Route.Function function) throws IOException {
        HttpHandler handler = made(function, wiring());
        Map<String, String> before = files();
        long scratch = scratchFolders();
        handler.snapshot().orElseThrow().beforeCheckpoint(null);
        assertThat(files()).isEqualTo(before);
        assertThat(scratchFolders()).isEqualTo(scratch);
        handler.snapshot().orElseThrow().afterRestore(null);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMakesAHandlerOtherwiseHasNoRehearsal(Route.Function function) {
        assertThat(made(function, wiring().ports()).snapshot()).isEmpty();
    }

    @Test
    void callsGoOnAsBeforeAfterARestore() throws Exception {
        ChatHandler handler = new ChatHandler(wiring());
        handler.snapshot().orElseThrow().beforeCheckpoint(null);
        handler.snapshot().orElseThrow().afterRestore(null);
        String event = "{\"routeKey\":\"POST /chat\",\"headers\":{\"content-type\":\"application/json\"},"
                + "\"body\":\"{\\\"message\\\":\\\"My name is Ada.\\\"}\","
                + "\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"ada\"}}}}}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new LambdaCall(29_000));
        assertThat(Reply.of(answer.toByteArray()).hasStatus(200).number("turn_number"))
                .isEqualTo(1);
    }

    @Test
    void aTokenizerIsRehearsedWhereAnAgentHasABudget() {
        MemorySettings free = new MemorySettings(20, 5, 3, 0, true, 20, "rules", 30, null, null);
        assertThat(Rehearsal.chat(new TestAgents()).body()).contains("\"token_budget\":2000");
        Agents without = new Unbudgeted(new TestAgents().with("free", free, request -> null));
        assertThat(Rehearsal.chat(without).body()).contains("\"token_budget\":0");
        assertThat(Rehearsal.chat(without).route()).isEqualTo(Route.CHAT);
    }

    /** Only those agents that have no budget. */
    private record Unbudgeted(Agents all) implements Agents {
        @Override
        public List<AgentDefinition> definitions() {
            return all.definitions().stream()
                    .filter(agent -> agent.memory().tokenBudget() == 0)
                    .toList();
        }

        @Override
        public Agent agent(AgentDefinition definition) {
            return all.agent(definition);
        }
    }
}
