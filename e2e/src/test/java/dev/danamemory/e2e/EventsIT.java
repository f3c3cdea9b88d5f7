package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event of {@code events/}, delivered to the function whose route it is. */
@Timeout(240)
class EventsIT {
    private static final Map<String, Integer> NOT_200 = Map.of(
            "create-conversation.json", 201,
            "erase.json", 204,
            "import.json", 201,
            "redact-turn.json", 204,
            "remember-turn.json", 201,
            "summarise.json", 201);

    @TempDir
    private Path folder;

    private final Map<Handler, LambdaProcess> functions = new EnumMap<>(Handler.class);

    @AfterEach
    void stop() throws IOException {
        for (LambdaProcess function : functions.values()) {
            function.close();
        }
    }

    private Answer answer(byte[] event) {
        return functions
                .get(Event.route(event).map(Handler::of).orElse(Handler.CONVERSATIONS))
                .ask(event);
    }

    // what takes away what others need comes last: a turn, then what is in a conversation, then it, then all
    private static List<String> files() throws IOException {
        Map<String, Integer> ranks = new TreeMap<>();
        try (Stream<Path> all = Files.list(Event.FILES)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                ranks.put(
                        name, Event.route(Event.file(name)).map(EventsIT::rank).orElse(0));
            }
        }
        return ranks.keySet().stream().sorted(Comparator.comparing(ranks::get)).toList();
    }

    private static boolean isOfTheSchedule(String file) {
        return file.startsWith("cleanup");
    }

    // the packaged agents keep all
    private void cleansNothing(String file, Backend backend) throws IOException {
        if (CleanupIT.CLEANED.contains(backend)) {
            JsonNode report = CleanupIT.report(functions.get(Handler.CLEANUP), Event.file(file));
            assertThat(report.path("dry_run").booleanValue()).isEqualTo(file.contains("dry-run"));
            assertThat(report.path("archived").longValue()).isZero();
            assertThat(report.path("deleted").longValue()).isZero();
        }
    }

    private static int rank(Route route) {
        boolean takesAway = route.method().equals("DELETE") || route == Route.CLEAR;
        return takesAway ? 1_000 - route.template().length() : 0;
    }

    @ParameterizedTest
    @EnumSource
    void eachIsAnsweredAsTheContractHasIt(Backend backend) throws IOException {
        for (Handler handler : Handler.values()) {
            functions.put(handler, LambdaProcess.start(handler, backend.environment(folder)));
        }
        functions.get(Handler.CHAT).ready(Event.chat("nowhere", "Hello?").bytes());
        functions
                .get(Handler.CONTEXT)
                .ready(Event.of(Route.STATISTICS, "nowhere").bytes());
        functions
                .get(Handler.CONVERSATIONS)
                .ready(Event.of(Route.EXPORT, "nowhere").bytes());
        answer(Event.of(Route.REMEMBER_TURN, "kitchen")
                        .body(
                                "{'user_input': 'The oven is broken.', 'agent_response': 'I see.', 'agent_id': 'default'}")
                        .bytes())
                .hasStatus(201);
        Map<String, Integer> statuses = new TreeMap<>();
        for (String file : files()) {
            if (isOfTheSchedule(file)) {
                cleansNothing(file, backend);
                continue;
            }
            Answer answer = answer(Event.file(file));
            assertThat(answer.headers()).as(file).containsEntry("X-Correlation-Id", "JKJaXmPLvHcESHA=");
            statuses.put(file, answer.status());
        }
        Map<String, Integer> others = new TreeMap<>(statuses);
        others.values().removeIf(status -> status == 200);

        Map<String, Integer> expected = new TreeMap<>(NOT_200);
        expected.keySet().retainAll(statuses.keySet());
        assertThat(others).isEqualTo(expected);
        assertThat(statuses).hasSize(Route.values().length + 1);
    }
}
