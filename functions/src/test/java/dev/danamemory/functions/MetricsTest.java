package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.cleanup.CleanupHandler;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import dev.danamemory.store.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What CloudWatch is told of requests, as on Lambda and with the logger at its lowest level: numbers by route, no texts. */
@ResourceLock(value = Resources.SYSTEM_ERR, mode = ResourceAccessMode.READ_WRITE)
class MetricsTest {
    private static final List<String> OF_ALL =
            List.of("Duration", "Failures", "StoreReads", "StoreWrites", "ReadBytes", "WrittenBytes");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void asOnLambda() {
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        LogSetup.linesAlone();
    }

    @AfterEach
    void release() {
        System.clearProperty("dev.danamemory.logLinesAlone");
        System.setErr(before);
    }

    private List<JsonNode> lines() {
        return captured.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonReader.strict().read(line))
                .toList();
    }

    private List<JsonNode> metrics() {
        return lines().stream().filter(line -> line.has("_aws")).toList();
    }

    private JsonNode metricsOf(Route route) {
        return metrics().stream()
                .filter(line -> line.path("Route").asText().equals(route.key()))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static List<String> defined(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.at("/_aws/CloudWatchMetrics/0/Metrics")
                .forEach(one -> names.add(one.path("Name").asText()));
        return names;
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyRequestIsMeasuredAndNoneIsQuoted(Route route) {
        TestApi api = TestApi.in(folder);
        MarkedRequests.send(api, Route.REMEMBER_TURN);
        MarkedRequests.send(api, route);
        assertThat(captured.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase(MarkedRequests.MARK);
        assertThat(metrics()).hasSize(10).allSatisfy(line -> {
            assertThat(line.toString()).doesNotContain(api.ports().hash().of(MarkedRequests.USER));
            assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("DanaMemory");
            assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
                    .isEqualTo("[[\"FunctionName\",\"Route\"]]");
            assertThat(line.at("/_aws/Timestamp").longValue()).isPositive();
            assertThat(line.path("FunctionName").asText()).isEqualTo("test");
            assertThat(defined(line))
                    .containsAll(OF_ALL)
                    .allMatch(name -> line.path(name).isNumber());
            assertThat(line.size()).isEqualTo(3 + defined(line).size());
        });
        assertThat(metricsOf(route).path("Duration").doubleValue()).isNotNegative();
    }

    @Test
    void aRunOfCleanupIsCountedUnlessItIsDry() throws IOException {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        for (String event : List.of("{\"dry_run\": true}", "{\"dry_run\": false}")) {
            new CleanupHandler(api.ports())
                    .handleRequest(
                            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            new LambdaCall(60_000));
        }
        List<JsonNode> runs = metrics().stream()
                .filter(line -> line.path("Route").asText().equals("cleanup"))
                .toList();
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.path("FunctionName").asText()).isEqualTo("test");
            assertThat(defined(run)).containsExactly("Examined", "Archived", "Deleted", "Failed");
        });
    }

    @Test
    void aChatTurnTellsWhatItTook() {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        JsonNode memory = api.post("/chat")
                .json1("{'message': 'hi', 'conversation_id': 'kitchen'}")
                .reply()
                .hasStatus(200)
                .body()
                .path("memory");
        JsonNode line = metricsOf(Route.CHAT);
        assertThat(line.path("StoreReads")).isEqualTo(memory.path("reads"));
        assertThat(line.path("StoreWrites")).isEqualTo(memory.path("writes"));
        assertThat(line.path("ReadBytes")).isEqualTo(memory.path("read_bytes"));
        assertThat(line.path("WrittenBytes")).isEqualTo(memory.path("written_bytes"));
        assertThat(line.path("ContextTokens")).isEqualTo(memory.path("tokens"));
        assertThat(line.path("AgentTime").doubleValue()).isPositive();
        assertThat(line.path("Failures").intValue()).isZero();
        assertThat(defined(line)).contains("ContextTokens", "AgentTime").doesNotContain("StoreUnits");
    }

    @Test
    void withoutBudgetNoTokensAreToldOf() {
        TestApi api = TestApi.in(folder);
        api.post("/chat")
                .json1("{'message': 'hi', 'memory': {'token_budget': 0}}")
                .reply()
                .hasStatus(200);
        assertThat(defined(metricsOf(Route.CHAT))).contains("AgentTime").doesNotContain("ContextTokens");
    }

    @Test
    void aFailedAgentIsAFailureThatTookTimeAndRequests() {
        TestApi.in(folder)
                .post("/chat")
                .json1("{'message': 'hi', 'agent_id': 'failing'}")
                .reply()
                .hasStatus(502);
        JsonNode line = metricsOf(Route.CHAT);
        assertThat(line.path("Failures").intValue()).isEqualTo(1);
        assertThat(line.path("AgentTime").doubleValue()).isPositive();
        assertThat(line.path("StoreWrites").intValue()).isPositive();
    }

    @Test
    void aStoreOutOfReachIsAFailureAndAMissingConversationIsNone() {
        TestApi broken = TestApi.in(
                folder,
                new TestAgents(),
                store -> BrokenStore.of(
                        store, () -> new StoreUnavailableException("gone", Duration.ofSeconds(1), null)));
        broken.get("/conversations/kitchen").reply().hasStatus(503);
        assertThat(metricsOf(Route.STATISTICS).path("Failures").intValue()).isEqualTo(1);
        TestApi.in(folder).get("/conversations/kitchen").reply().hasStatus(404);
        assertThat(metricsOf(Route.STATISTICS).path("Failures").intValue()).isZero();
        assertThat(metricsOf(Route.STATISTICS).path("StoreReads").intValue()).isPositive();
    }

    @Test
    void damageAmongWhatIsExportedIsAFailureThoughTheOthersAreAnswered() throws IOException {
        TestApi api = TestApi.in(folder).withTurn("attic", "a", "b").withTurn("kitchen", "a", "b");
        Path head = folder.resolve("conversations/alice/attic.json");
        byte[] whole = Files.readAllBytes(head);
        Files.write(head, Arrays.copyOf(whole, whole.length / 2));

        JsonNode conversations =
                api.get("/me/export").reply().hasStatus(200).body().path("conversations");

        assertThat(conversations).hasSize(2);
        assertThat(conversations.get(0).at("/problem/type").asText()).isEqualTo("/problems/stored-data-unreadable");
        assertThat(conversations.get(1).path("history")).hasSize(1);
        assertThat(metricsOf(Route.EXPORT_ME).path("Failures").intValue()).isEqualTo(1);
        assertThat(lines().stream().filter(line -> line.has("damaged")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/damaged/kind").asText()).isEqualTo("conversations");
                    assertThat(line.toString()).doesNotContain("attic", "alice");
                });
        assertThat(Files.readAllBytes(head)).as("left as it is").hasSize(whole.length / 2);
    }

    @Test
    void whatIsPutToBeFetchedIsCountedWithTheRest() {
        FakeDownloads downloads = new FakeDownloads();
        TestApi api = TestApi.in(
                folder,
                new TestAgents(),
                store -> store,
                InstantSource.fixed(TestApi.NOW),
                new LargeExports.Fetched(downloads));
        for (int i = 0; i < 17; i++) {
            api.withTurn("large", "x".repeat(255 * 1024), "");
        }
        api.get("/conversations/large/export").reply().hasStatus(200);
        JsonNode line = metricsOf(Route.EXPORT);
        assertThat(line.path("StoreWrites").intValue()).isEqualTo(1);
        assertThat(line.path("WrittenBytes").intValue()).isGreaterThan(4 * 1024 * 1024);
        assertThat(line.path("StoreReads").intValue()).isGreaterThan(2);
    }

    @Test
    void aContextIsAlwaysCounted() {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        long tokens = api.get("/conversations/kitchen/context?query=hi&token_budget=0")
                .reply()
                .hasStatus(200)
                .number("tokens");
        assertThat(metricsOf(Route.CONTEXT).path("ContextTokens").longValue()).isEqualTo(tokens);
    }

    @Test
    void nothingIsWrittenWhereNobodyReadsIt() {
        System.clearProperty("dev.danamemory.logLinesAlone");
        TestApi.in(folder).get("/health").reply().hasStatus(200);
        assertThat(captured.toString(StandardCharsets.UTF_8)).doesNotContain("_aws");
    }
}
