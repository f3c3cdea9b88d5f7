package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schedule's event: what is idle is archived and deleted, and the functions of the API go on with what is left. */
@Timeout(240)
class CleanupIT {
    /** Those that this version cleans up. */
    static final Set<Backend> CLEANED = EnumSet.allOf(Backend.class);

    private static final int TURNS = 65;
    private static final String AGENTS = """
            {"agents": [{"id": "default", "memory": {"archive_after_days": 0}},
                        {"id": "brief", "memory": {"delete_after_days": 0}}]}""";

    @TempDir
    private Path folder;

    private Map<String, String> environment(Backend backend) throws IOException {
        Path agents = Files.writeString(folder.resolve("agents.json"), AGENTS);
        return Backend.with(backend.environment(folder), "AGENTS_FILE", agents.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsIdleIsArchivedAndDeleted(Backend backend) throws IOException {
        assumeTrue(CLEANED.contains(backend), "this store is not cleaned up by this version");
        try (LambdaProcess cleanup = LambdaProcess.start(Handler.CLEANUP, environment(backend));
                LambdaProcess api = LambdaProcess.start(Handler.CONVERSATIONS, environment(backend))) {
            api.ready(Event.of(Route.EXPORT, "nowhere").bytes());
            imported(api, "kitchen", "default");
            imported(api, "garden", "brief");

            JsonNode would = report(cleanup, Event.file("cleanup-dry-run.json"));
            assertCounts(would, 1, 1);
            assertThat(would.path("dry_run").booleanValue()).isTrue();
            assertThat(statistics(api, "garden").hasStatus(200).text("status")).isEqualTo("active");

            JsonNode did = report(cleanup, Event.file("cleanup.json"));
            assertCounts(did, 1, 1);
            assertThat(did.path("dry_run").booleanValue()).isFalse();
            statistics(api, "garden").isProblem(404, "not-found");
            goesOn(api);

            assertThat(report(cleanup, Event.file("cleanup.json"))
                            .path("deleted")
                            .longValue())
                    .isZero();
            assertThat(cleanup.log()).contains("\"cleanup\":\"done\"").doesNotContain("kitchen", "garden", "question");
        }
    }

    @Test
    void noOtherEventBeginsARun() throws IOException {
        try (LambdaProcess cleanup = LambdaProcess.start(Handler.CLEANUP, environment(Backend.FILE))) {
            for (String event : List.of("{}", "{\"dry_run\": \"zebra\"}", "{\"routeKey\": \"DELETE /me\"}", "[", "7")) {
                assertThat(cleanup.deliver(event.getBytes(StandardCharsets.UTF_8)))
                        .as(event)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.error()).doesNotContain("zebra"));
            }
            assertThat(report(cleanup, Event.file("cleanup.json")).path("done").booleanValue())
                    .isTrue();
        }
    }

    /** The answer to an event of the schedule, held to what the contract says of it. */
    static JsonNode report(LambdaProcess cleanup, byte[] event) {
        Outcome outcome = cleanup.deliver(event, Duration.ofMinutes(2));
        assertThat(outcome).as(cleanup::log).isInstanceOf(Outcome.Answered.class);
        JsonNode report = JsonReader.strict().read(((Outcome.Answered) outcome).written());
        assertThat(report.path("dry_run").isBoolean()).isTrue();
        for (String count : Set.of("examined", "archived", "deleted", "skipped")) {
            assertThat(report.path(count).canConvertToLong()).as(count).isTrue();
        }
        assertThat(report.path("failed").isArray()).isTrue();
        assertThat(report.path("failed")).as(cleanup::log).isEmpty();
        assertThat(report.path("done").booleanValue()).isTrue();
        return report;
    }

    private static void assertCounts(JsonNode report, long archived, long deleted) {
        assertThat(report.path("archived").longValue()).as(report.toString()).isEqualTo(archived);
        assertThat(report.path("deleted").longValue()).as(report.toString()).isEqualTo(deleted);
        assertThat(report.path("examined").longValue()).isGreaterThanOrEqualTo(archived + deleted);
    }

    private static Answer statistics(LambdaProcess api, String id) {
        return api.ask(Event.of(Route.STATISTICS, id).bytes());
    }

    // archived turns are read as before, and the next one finds the conversation as it was
    private static void goesOn(LambdaProcess api) {
        Answer archived = statistics(api, "kitchen").hasStatus(200);
        assertThat(archived.text("status")).isEqualTo("archived");
        assertThat(archived.number("total_turns")).isEqualTo(TURNS);
        Answer export = api.ask(Event.of(Route.EXPORT, "kitchen").bytes()).hasStatus(200);
        assertThat(export.body().path("history")).hasSize(TURNS);
        assertThat(export.body().at("/history/0/user_input").asText()).isEqualTo("question 1");
        Answer turn = api.ask(Event.chat("kitchen", "Still there?").bytes()).hasStatus(200);
        assertThat(turn.number("turn_number")).isEqualTo(TURNS + 1);
        assertThat(statistics(api, "kitchen").text("status")).isEqualTo("active");
    }

    private static void imported(LambdaProcess api, String id, String agent) {
        String history = IntStream.rangeClosed(1, TURNS)
                .mapToObj(n -> "{'turn_id': 't-" + n + "', 'user_input': 'question " + n
                        + "', 'agent_response': 'answer', 'timestamp': '2026-01-01T00:00:00Z', 'metadata': {}}")
                .collect(Collectors.joining(","));
        api.ask(Event.of(Route.IMPORT, id)
                        .query("agent_id=" + agent)
                        .body("{'history': [" + history + "]}")
                        .bytes())
                .hasStatus(201);
    }
}
