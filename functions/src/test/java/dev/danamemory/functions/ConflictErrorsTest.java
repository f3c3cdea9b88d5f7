package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentReply;
import dev.danamemory.functions.http.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The error table's rows about what is there already, and what others do meanwhile. */
class ConflictErrorsTest {
    @TempDir
    Path folder;

    private final TestAgents agents = new TestAgents();
    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder, agents).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    /** A request of that route on whose way something else happens: while the agent thinks, or before it is stored. */
    private Sent interrupted(Route route, Runnable meanwhile) {
        if (route == Route.CHAT) {
            agents.with("default", request -> {
                meanwhile.run();
                return new AgentReply("too late", List.of());
            });
            return Samples.request(api, route);
        }
        String method = route == Route.SUMMARISE ? "summarise" : "append";
        TestApi slow = TestApi.in(folder, agents, store -> BrokenStore.before(method, store, meanwhile));
        return Samples.request(slow, route);
    }

    private void clear() {
        api.post("/conversations/kitchen/clear").reply().hasStatus(200);
    }

    private long turns() {
        return api.get("/conversations/kitchen").reply().hasStatus(200).number("total_turns");
    }

    @RowTest(ErrorRow.ID_TAKEN)
    void idTaken(Route route) {
        String body = switch (route) {
            case CREATE_CONVERSATION -> "{'conversation_id': 'kitchen', 'title': 'Another'}";
            case IMPORT -> "{'history': []}";
            default -> "{'user_input': 'b', 'agent_response': '', 'turn_id': 'mine'}";
        };
        api.post("/conversations/kitchen/turns")
                .json1("{'user_input': 'a', 'agent_response': '', 'turn_id': 'mine'}")
                .reply()
                .hasStatus(201);
        api.send(route.method(), Samples.target(route)).json1(body).reply().is(ErrorRow.ID_TAKEN);
        assertThat(turns()).isEqualTo(2);
    }

    @RowTest(ErrorRow.KEY_IN_PROGRESS)
    void keyInProgress(Route route) {
        List<Reply> replies = new ArrayList<>();
        Sent request = Samples.request(api, route).header("Idempotency-Key", "k");
        interrupted(route, () -> replies.add(request.reply()))
                .header("Idempotency-Key", "k")
                .reply();
        Reply reply = replies.getFirst().is(ErrorRow.KEY_IN_PROGRESS);
        assertThat(Long.parseLong(reply.header("Retry-After"))).isPositive();
        assertThat(turns()).isEqualTo(2);
    }

    @RowTest(ErrorRow.CLEARED_MEANWHILE)
    void clearedMeanwhile(Route route) {
        Reply reply = interrupted(route, this::clear).reply().is(ErrorRow.CLEARED_MEANWHILE);
        if (route == Route.CHAT) {
            assertThat(reply.text("agent_response")).isEqualTo("too late");
        }
        assertThat(turns()).isZero();
        assertThat(api.get("/conversations/kitchen").reply().number("summary_count"))
                .isZero();
    }

    @RowTest(ErrorRow.ERASED_MEANWHILE)
    void erasedMeanwhile(Route route) {
        interrupted(route, () -> api.delete("/conversations/kitchen").reply().hasStatus(204))
                .reply()
                .is(ErrorRow.ERASED_MEANWHILE);
        api.get("/conversations/kitchen").reply().is(ErrorRow.NO_SUCH_CONVERSATION);
    }

    @RowTest(ErrorRow.TURN_GONE)
    void turnGone(Route route) {
        if (route == Route.SUMMARISE) {
            // the caller's text might tell of it
            interrupted(
                            route,
                            () -> api.delete("/conversations/kitchen/turns/1")
                                    .reply()
                                    .hasStatus(204))
                    .json1("{'content': 'The oven is broken.'}")
                    .reply()
                    .is(ErrorRow.TURN_GONE);
            return;
        }
        Sent keyed = Samples.request(api, route).header("Idempotency-Key", "k");
        assertThat(keyed.reply().status()).isLessThan(300);
        clear();
        keyed.reply().is(ErrorRow.TURN_GONE);
        assertThat(turns()).isZero();
    }

    @RowTest(ErrorRow.RANGE_THAT_DOES_NOT_ADJOIN)
    void rangeThatDoesNotAdjoin(Route route) {
        api.withTurn("kitchen", "Ms Rossi repairs ovens.", "Good.");
        Sent request = Samples.request(api, route);
        request.reply().hasStatus(201);
        request.json1("{'end_turn': 1}").reply().is(ErrorRow.RANGE_THAT_DOES_NOT_ADJOIN);
        request.json1("{'end_turn': 2, 'content': 'other'}").reply().is(ErrorRow.RANGE_THAT_DOES_NOT_ADJOIN);
    }

    @RowTest(ErrorRow.NOTHING_TO_SUMMARISE)
    void nothingToSummarise(Route route) {
        clear();
        Reply reply = Samples.request(api, route).reply().is(ErrorRow.NOTHING_TO_SUMMARISE);
        assertThat(reply.body().path("errors")).isEmpty();
    }

    @RowTest(ErrorRow.MALFORMED_KEY)
    void malformedKey(Route route) {
        for (String key : List.of("", "\u00e9", "tab\there", "\u0000", "k".repeat(256))) {
            Samples.request(api, route).header("Idempotency-Key", key).reply().is(ErrorRow.MALFORMED_KEY);
        }
        assertThat(turns()).isEqualTo(1);
    }

    @RowTest(ErrorRow.KEY_REUSED)
    void keyReused(Route route) {
        assertThat(Samples.request(api, route)
                        .header("Idempotency-Key", "k")
                        .reply()
                        .status())
                .isLessThan(300);
        Sent other = Samples.request(api, route).header("Idempotency-Key", "k");
        other.json(Samples.body(route).replace("{", "{\"context\":{},")).reply().is(ErrorRow.KEY_REUSED);
        assertThat(turns()).isEqualTo(2);
    }
}
