package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent twice. */
class IdempotencyTest {
    private static final String TURN = "{'user_input': 'a', 'agent_response': 'b'}";

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private Reply keyed(String target, String key, String body) {
        return api.post(target).header("Idempotency-Key", key).json1(body).reply();
    }

    private long turns(String id) {
        return api.get("/conversations/" + id).reply().hasStatus(200).number("total_turns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/chat | {'message': 'hi', 'conversation_id': 'kitchen'}",
                "/chat | {'message': 'hi', 'context': {'n': 1.5}}",
                "/conversations/kitchen/turns | {'user_input': 'a', 'agent_response': 'b'}",
                "/conversations/kitchen/turns | {'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine'}",
                "/conversations/new/turns | {'user_input': 'a', 'agent_response': 'b'}"
            })
    void aRepeatIsTheFirstAnswerAgain(String target, String body) {
        Reply first = keyed(target, "key 1", body);
        Reply again = keyed(target, "key 1", body);
        assertThat(first.status()).isIn(200, 201);
        assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
        assertThat(again.hasStatus(first.status()).header("Idempotency-Replayed"))
                .isEqualTo("true");
        for (String field :
                List.of("message", "conversation_id", "message_id", "agent_response", "context", "turn_id")) {
            assertThat(again.body().path(field))
                    .as(field)
                    .isEqualTo(first.body().path(field));
        }
        assertThat(again.number("turn_number")).isEqualTo(first.number("turn_number"));
        assertThat(again.headers().get("Location")).isEqualTo(first.headers().get("Location"));
    }

    @Test
    void aTurnThatWasThereBeforeTheKeyIsTheFirstAnswerAgainToo() {
        String target = "/conversations/kitchen/turns";
        String body = "{'user_input': 'a', 'agent_response': 'b', 'turn_id': 'mine'}";
        Reply stored = keyed(target, "first", body).hasStatus(201);
        Reply first = keyed(target, "other", body).hasStatus(200);
        assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
        for (int repeat = 1; repeat <= 2; repeat++) {
            Reply again = keyed(target, "other", body).hasStatus(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.body()).isEqualTo(stored.body());
        }
    }

    @Test
    void bodiesAreComparedAsJson() {
        keyed("/conversations/kitchen/turns", "k", TURN).hasStatus(201);
        keyed("/conversations/kitchen/turns", "k", "{ 'agent_response':'b', 'user_input':'a' }")
                .hasStatus(201);
        keyed("/conversations/kitchen/turns", "k", "{'user_input': 'a', 'agent_response': 'c'}")
                .isProblem(422, "key-reused");
        assertThat(turns("kitchen")).isEqualTo(2);
    }

    @Test
    void aKeyIsItsUsersAndPathsOwn() {
        keyed("/conversations/kitchen/turns", "k", TURN).hasStatus(201);
        keyed("/conversations/other/turns", "k", TURN).hasStatus(201);
        assertThat(api.post("/conversations/kitchen/turns")
                        .as("bob")
                        .header("Idempotency-Key", "k")
                        .json1(TURN)
                        .reply()
                        .hasStatus(201)
                        .headers())
                .doesNotContainKey("Idempotency-Replayed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "tab\there", "\u0000"})
    void aKeyOfAnotherFormIsABadRequest(String key) {
        keyed("/conversations/kitchen/turns", key, TURN).isProblem(400, "bad-request");
        keyed("/chat", key, "{'message': 'hi'}").isProblem(400, "bad-request");
        keyed("/chat", "k".repeat(256), "{'message': 'hi'}").isProblem(400, "bad-request");
        keyed("/chat", "k".repeat(255), "{'message': 'hi'}").hasStatus(200);
        assertThat(turns("kitchen")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear", "erase"})
    void onceTheTurnIsGoneTheKeySaysSo(String how) {
        keyed("/conversations/kitchen/turns", "k", TURN).hasStatus(201);
        keyed("/chat", "k", "{'message': 'hi', 'conversation_id': 'kitchen'}").hasStatus(200);
        if (how.equals("clear")) {
            api.post("/conversations/kitchen/clear").reply().hasStatus(200);
        } else {
            api.delete("/conversations/kitchen").reply().hasStatus(204);
        }
        keyed("/conversations/kitchen/turns", "k", TURN).isProblem(409, "turn-gone");
        keyed("/chat", "k", "{'message': 'hi', 'conversation_id': 'kitchen'}").isProblem(409, "turn-gone");
    }

    @Test
    void ofManyAtOnceOneIsMadeAndTheOthersWaitOrReplay() throws Exception {
        List<Callable<Reply>> callers = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            callers.add(() -> keyed("/chat", "k", "{'message': 'hi', 'conversation_id': 'kitchen'}"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            for (Future<Reply> reply : threads.invokeAll(callers)) {
                if (reply.get().status() == 409) {
                    reply.get().isProblem(409, "key-in-progress");
                    assertThat(Long.parseLong(reply.get().header("Retry-After")))
                            .isPositive();
                } else {
                    reply.get().hasStatus(200);
                }
            }
        }
        assertThat(turns("kitchen")).isEqualTo(2);
    }
}
