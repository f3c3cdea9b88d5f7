package dev.danamemory.bench.cold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.e2e.Backend;
import dev.danamemory.e2e.Deployment;
import dev.danamemory.e2e.Event;
import dev.danamemory.e2e.Handler;
import dev.danamemory.e2e.LambdaProcess;
import dev.danamemory.e2e.Outcome;
import dev.danamemory.e2e.RuntimeApi;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The chat function on a store that has conversations to go on with, and what a turn of it moves. */
final class Memory {
    private static final int TURNS = 40;
    // a turn of 900 characters
    private static final String SIDE = "Seven loaves of bread went into the oven, because Ana takes the train. "
            .repeat(7)
            .substring(0, 450);

    private final Path folder;
    private final Map<String, String> environment;
    private int begun;

    Memory(Backend backend, Path folder) {
        this.folder = folder;
        this.environment = backend.environment(folder);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The chat function with one agent, of that token budget. */
    Function chat(int budget) throws IOException {
        Path agents = Files.writeString(
                folder.resolve("agents-" + budget + ".json"),
                "{\"agents\":[{\"id\":\"default\",\"memory\":{\"token_budget\":" + budget + "}}]}");
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("AGENTS_FILE", agents.toString());
        return new Function(Deployment.task(), Handler.CHAT.inTemplate(), variables);
    }

    /** Makes conversations, each for one {@link #turn}. */
    void begin(int conversations) throws IOException {
        String history = IntStream.rangeClosed(1, TURNS)
                .mapToObj(n -> "{'user_input':'" + n + SIDE + "','agent_response':'" + SIDE
                        + "','timestamp':'2026-01-01T00:00:00Z'}")
                .collect(Collectors.joining(","));
        try (LambdaProcess api = LambdaProcess.start(
                new RuntimeApi(), Deployment.task(), Handler.CONVERSATIONS.inTemplate(), environment, List.of())) {
            for (int n = 1; n <= conversations; n++) {
                ask(
                        api,
                        Event.of(Route.IMPORT, "cold-" + n)
                                .body("{'history':[" + history + "]}")
                                .bytes());
            }
        }
    }

    /** A message for whoever does not look into the store. */
    static byte[] message() {
        return Event.chat("cold", SIDE).bytes();
    }

    /** A message in a conversation that had none since it was made. */
    byte[] turn() {
        begun++;
        return Event.chat("cold-" + begun, SIDE).bytes();
    }

    /** What a turn reads and writes, as it tells itself. */
    JsonNode use() throws IOException {
        try (LambdaProcess chat = LambdaProcess.start(
                new RuntimeApi(), Deployment.task(), Handler.CHAT.inTemplate(), environment, List.of())) {
            return ask(chat, turn()).path("memory");
        }
    }

    private static JsonNode ask(LambdaProcess function, byte[] event) {
        if (function.deliver(event) instanceof Outcome.Answered answered
                && !answered.written().contains("/problems/")) {
            JsonNode answer = JsonReader.stored().read(answered.written());
            return JsonReader.stored().read(answer.path("body").asText());
        }
        throw new IllegalStateException(function.log());
    }
}
