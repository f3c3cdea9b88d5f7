package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import dev.danamemory.store.StoredDataUnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the logs say, with the logger at its lowest level: enough to find a request, and no text of a user. */
@ResourceLock(value = Resources.SYSTEM_ERR, mode = ResourceAccessMode.READ_WRITE)
class LogsTest {
    private static final String MARK = MarkedRequests.MARK;
    private static final String USER = MarkedRequests.USER;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(before);
    }

    private String log() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines() {
        return log().lines()
                .map(line -> JsonReader.strict().read(line.substring(line.indexOf('{'))))
                .toList();
    }

    private static TestAgents agents() {
        return new TestAgents().with("broken", request -> {
            throw new IllegalStateException("cannot read " + request.message());
        });
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void noTextOfAUserInGoodAndBadRequests(Route route) {
        TestApi api = TestApi.in(folder, agents());
        MarkedRequests.send(api, Route.REMEMBER_TURN);
        MarkedRequests.send(api, route);
        assertThat(lines()).hasSize(10);
        assertThat(log()).doesNotContainIgnoringCase(MARK);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void noTextOfAUserInFaultsOfOurs(Route route) {
        TestApi api = TestApi.in(
                folder,
                agents(),
                store -> BrokenStore.of(
                        store, () -> new IllegalStateException("zebra", new IllegalArgumentException("zebra"))));
        MarkedRequests.send(api, route);
        assertThat(log()).doesNotContainIgnoringCase(MARK);
        if (Samples.usesStore(route) && route != Route.IMPORT && route != Route.CHANGE) {
            JsonNode fault = lines().stream()
                    .filter(line -> line.has("fault"))
                    .findFirst()
                    .orElseThrow();
            assertThat(fault.path("fault").asText())
                    .startsWith("java.lang.IllegalStateException at ")
                    .contains(" caused by java.lang.IllegalArgumentException at ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "append"})
    void damagedObjectIsNamedByItsKindAndTheHashOfItsName(String where) {
        String object = "conversations/alice-zebra/kitchen.json";
        TestApi.in(folder).withTurn("kitchen", "a", "b");
        TestApi api = TestApi.in(
                folder,
                agents(),
                store -> BrokenStore.of(store, () -> new StoredDataUnreadableException(object, "zebra", null), where));
        captured.reset();
        api.post("/chat")
                .json1("{'message': 'zebra', 'conversation_id': 'kitchen'}")
                .reply()
                .isProblem(500, "stored-data-unreadable");
        JsonNode damaged = lines().getFirst().path("damaged");
        assertThat(damaged.path("kind").asText()).isEqualTo("conversations");
        assertThat(damaged.path("object").asText()).isEqualTo(api.ports().hash().of(object));
        assertThat(lines().getFirst().path("fault").asText()).contains("StoredDataUnreadableException at ");
        assertThat(log()).doesNotContainIgnoringCase(MARK);
    }

    @Test
    void noTextOfAUserWhenAnAgentFails() {
        TestApi api = TestApi.in(folder, agents());
        api.post("/chat")
                .as(USER)
                .json1("{'message': 'zebra', 'agent_id': 'broken'}")
                .reply()
                .isProblem(502, "agent-failed");
        assertThat(log()).isNotEmpty().doesNotContainIgnoringCase(MARK);
    }

    @Test
    void oneLineTellsOfARequest() {
        TestApi api = TestApi.in(folder);
        api.get("/conversations/kitchen/turns/7?x=y").as(USER).reply();
        assertThat(lines()).hasSize(1);
        JsonNode line = lines().getFirst();
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("correlation_id", "route", "user", "status", "duration_ms");
        assertThat(line.path("correlation_id").asText()).isEqualTo("request-1");
        assertThat(line.path("route").asText()).isEqualTo("GET /conversations/{id}/turns/{turn}");
        assertThat(line.path("user").asText()).isEqualTo(api.ports().hash().of(USER));
        assertThat(line.path("status").intValue()).isEqualTo(404);
        assertThat(line.path("duration_ms").longValue()).isNotNegative();
    }

    @Test
    void theSdkOfAwsIsSilentAtEveryLevel() {
        LogSetup.level("DEBUG");
        // a logger's level is settled when it is made, so these are ones that nobody has asked for yet
        String own = "." + System.nanoTime();
        assertThat(LoggerFactory.getLogger("software.amazon.awssdk" + own).isErrorEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("software.amazon" + own).isErrorEnabled())
                .isTrue();
    }

    @Test
    void requestsWithoutRouteAndUserAreLoggedToo() {
        TestApi api = TestApi.in(folder);
        api.get("/nowhere").as(null).reply();
        JsonNode line = lines().getFirst();
        assertThat(line.path("route").asText()).isEqualTo("$default");
        assertThat(line.path("user").isNull()).isTrue();
    }

    @Test
    void aLineCanBeTheStructuredOneAlone() {
        try {
            LogSetup.linesAlone();
            TestApi.in(folder).get("/health").reply().hasStatus(200);
            assertThat(log().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
            assertThat(lines().getFirst().path("status").intValue()).isEqualTo(200);
        } finally {
            System.clearProperty("dev.danamemory.logLinesAlone");
        }
    }
}
