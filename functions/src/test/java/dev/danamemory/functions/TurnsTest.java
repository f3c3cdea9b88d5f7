package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns that are posted, paged and read one by one. */
class TurnsTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
    }

    private Reply post(String body) {
        return api.post("/conversations/c/turns").json1(body).reply();
    }

    private void turns(int count) {
        for (int i = 1; i <= count; i++) {
            api.withTurn("c", "m" + i, "r" + i);
        }
    }

    @Test
    void postedTurnHasAllFields() {
        Reply reply = post("{'user_input': 'a', 'agent_response': ''}").hasStatus(201);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly(
                        "turn_id",
                        "turn_number",
                        "user_input",
                        "agent_response",
                        "timestamp",
                        "metadata",
                        "status",
                        "agent_id",
                        "context_through",
                        "replaces",
                        "steps",
                        "attachments");
        assertThat(reply.header("Location")).isEqualTo("/conversations/c/turns/1");
        assertThat(reply.text("timestamp")).isEqualTo("2026-11-22T13:00:00.123456Z");
        assertThat(reply.text("status")).isEqualTo("complete");
        assertThat(reply.body().path("agent_id").isNull()).isTrue();
        assertThat(reply.body().path("steps").isArray()).isTrue();
        assertThat(api.get(reply.header("Location")).reply().body()).isEqualTo(reply.body());
        assertThat(api.get("/conversations/c/turns/" + reply.text("turn_id"))
                        .reply()
                        .body())
                .isEqualTo(reply.body());
    }

    @Test
    void valuesAreKeptAsWritten() {
        Reply reply =
                post("{'user_input': 'a\\u0000\\u2028', 'agent_response': 'b', 'timestamp': '2026-01-01T00:00:00+05:30',"
                                + "'metadata': {'n': 1.50, 'big': 12345678901234567890123, 'null': null}, 'turn_id': 'x~1'}")
                        .hasStatus(201);
        assertThat(reply.text("user_input")).isEqualTo("a\u0000\u2028");
        assertThat(reply.text("timestamp")).isEqualTo("2026-01-01T00:00:00+05:30");
        JsonNode read =
                api.get("/conversations/c/turns/x~1").reply().hasStatus(200).body();
        assertThat(read.path("metadata").toString())
                .isEqualTo("{\"n\":1.50,\"big\":12345678901234567890123,\"null\":null}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 25})
    void sameTurnIdAgain(int between) {
        String turn = "{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine', 'metadata': {'x': 1.0}}";
        Reply first = post(turn).hasStatus(201);
        turns(between);
        Reply again = post("{'turn_id': 'mine', 'metadata': {'x': 1}, 'agent_response': 'b', 'user_input': 'a'}");
        assertThat(again.hasStatus(200).body()).isEqualTo(first.body());
        post("{'user_input': 'A', 'agent_response': 'b', 'turn_id': 'mine', 'metadata': {'x': 1}}")
                .isProblem(409, "id-taken");
        post("{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine'}").isProblem(409, "id-taken");
        assertThat(api.get("/conversations/c").reply().number("total_turns")).isEqualTo(between + 1);
    }

    @Test
    void aTurnThatIsThereMakesNothingActive() {
        String turn = "{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine'}";
        post(turn).hasStatus(201);
        turns(3);
        api.patch("/conversations/c").json1("{'status': 'archived'}").reply().hasStatus(200);
        post(turn).hasStatus(200);
        post("{'user_input': 'A', 'agent_response': 'b', 'turn_id': 'mine'}").isProblem(409, "id-taken");
        assertThat(api.get("/conversations/c").reply().text("status")).isEqualTo("archived");
        post("{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'new'}").hasStatus(201);
        assertThat(api.get("/conversations/c").reply().text("status")).isEqualTo("active");
    }

    @Test
    void turnIdsAreLookedUpWithoutAnotherRead() {
        turns(45);
        TestApi counted = TestApi.in(
                folder,
                new TestAgents(),
                store -> BrokenStore.of(
                        store, () -> new IllegalStateException("not to be asked"), "turn", "turns", "newest"));
        String turn = "{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine'}";
        Sent post = counted.post("/conversations/c/turns").json1(turn);
        post.reply().hasStatus(201);
        post.reply().hasStatus(200);
    }

    @Test
    void turnsAgentNeedNotBeDefined() {
        assertThat(post("{'user_input': 'a', 'agent_response': 'b', 'agent_id': 'elsewhere'}")
                        .text("agent_id"))
                .isEqualTo("elsewhere");
        assertThat(api.get("/conversations/c").reply().text("agent_id")).isEqualTo("elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        // query, first, last, next_after, next_before, has_more
        "'', 1, 5, 5, , false",
        "after=0&limit=2, 1, 2, 2, , true",
        "after=2&limit=2, 3, 4, 4, 3, true",
        "after=4&limit=2, 5, 5, 5, 5, false",
        "after=5, 0, 0, 5, 6, false",
        "after=99, 0, 0, 5, 6, false",
        "before=latest&limit=2, 4, 5, 5, 4, true",
        "before=4&limit=2, 2, 3, 3, 2, true",
        "before=3&limit=2, 1, 2, 2, , false",
        "before=1, 0, 0, 0, , false",
        "before=99&limit=1, 5, 5, 5, 5, true",
    })
    void pages(String query, int first, int last, long nextAfter, Long nextBefore, boolean hasMore) {
        turns(5);
        Reply page = api.get("/conversations/c/turns?" + query).reply().hasStatus(200);
        JsonNode turns = page.body().path("turns");
        assertThat(turns).hasSize(first == 0 ? 0 : last - first + 1);
        if (first > 0) {
            assertThat(turns.get(0).path("turn_number").intValue()).isEqualTo(first);
            assertThat(turns.get(turns.size() - 1).path("turn_number").intValue())
                    .isEqualTo(last);
        }
        assertThat(page.number("next_after")).isEqualTo(nextAfter);
        JsonNode before = page.body().path("next_before");
        assertThat(before.isNull() ? null : Long.valueOf(before.longValue())).isEqualTo(nextBefore);
        assertThat(page.body().path("has_more").booleanValue()).isEqualTo(hasMore);
        assertThat(page.number("generation"))
                .isEqualTo(api.get("/conversations/c").reply().number("generation"));
    }

    @Test
    void emptyConversationHasAnEmptyPage() {
        api.post("/conversations").json1("{'conversation_id': 'c'}").reply().hasStatus(201);
        for (String query : new String[] {"", "?after=0", "?before=latest", "?before=1"}) {
            Reply page = api.get("/conversations/c/turns" + query).reply().hasStatus(200);
            assertThat(page.body().path("turns")).isEmpty();
            assertThat(page.number("next_after")).isZero();
            assertThat(page.body().path("next_before").isNull()).isTrue();
            assertThat(page.body().path("has_more").booleanValue()).isFalse();
        }
    }

    @Test
    void importedHistoryMayBeginAboveOne() {
        api.put("/conversations/c")
                .json1(
                        "{'history': [{'user_input': 'a', 'agent_response': 'b', 'timestamp': '2026-01-01', 'turn_id': '7'},"
                                + "{'user_input': 'c', 'agent_response': 'd', 'timestamp': '2026-01-01', 'turn_id': 'a/b'}],"
                                + "'metadata': {'total_turns': 42}}")
                .reply()
                .hasStatus(201);
        Reply page = api.get("/conversations/c/turns").reply().hasStatus(200);
        assertThat(page.body().at("/turns/0/turn_number").intValue()).isEqualTo(41);
        assertThat(page.body().path("next_before").isNull()).isTrue();
        api.get("/conversations/c/turns/40").reply().isProblem(404, "not-found");
        // digits are always a number
        api.get("/conversations/c/turns/7").reply().isProblem(404, "not-found");
        assertThat(api.get("/conversations/c/turns/a%2Fb").reply().number("turn_number"))
                .isEqualTo(42);
        Reply none = api.get("/conversations/c/turns?before=41").reply().hasStatus(200);
        assertThat(none.body().path("turns")).isEmpty();
        assertThat(none.number("next_after")).isEqualTo(40);
        assertThat(none.body().path("next_before").isNull()).isTrue();
    }

    @Test
    void pageEndsEarlyAt4MibAndLeavesBase64Encoded() {
        String text = "\u00e9".repeat(100_000);
        for (int i = 0; i < 24; i++) {
            api.withTurn("c", text, "");
        }
        Reply page = api.get("/conversations/c/turns?limit=200").reply().hasStatus(200);
        assertThat(page.base64()).isTrue();
        assertThat(page.body().path("turns").size()).isBetween(1, 23);
        assertThat(page.body().path("has_more").booleanValue()).isTrue();
        Reply rest = api.get("/conversations/c/turns?limit=200&after=" + page.number("next_after"))
                .reply();
        assertThat(page.body().path("turns").size() + rest.body().path("turns").size())
                .isEqualTo(24);
    }
}
