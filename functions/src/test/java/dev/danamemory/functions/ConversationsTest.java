package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.MemorySettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, reading, clearing and erasing conversations. */
class ConversationsTest {
    private static final String[] STATISTICS = {
        "conversation_id",
        "agent_id",
        "title",
        "status",
        "generation",
        "total_turns",
        "total_messages",
        "active_turns",
        "summary_count",
        "session_count",
        "created_at",
        "updated_at",
        "oldest_turn",
        "newest_turn",
        "metadata"
    };

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(
                folder,
                new TestAgents()
                        .with("narrow", new MemorySettings(2, 5, 3, 2000, true, 20, "rules", 30, null, 0.5), r -> {
                            throw new IllegalStateException("not asked here");
                        }));
    }

    private Reply create(String body) {
        return api.post("/conversations").json1(body).reply();
    }

    private Reply statistics() {
        return api.get("/conversations/c").reply().hasStatus(200);
    }

    @Test
    void newConversationHasAllFields() {
        Reply reply = create("{'conversation_id': 'c'}").hasStatus(201);
        assertThat(reply.body().fieldNames()).toIterable().containsExactly(STATISTICS);
        assertThat(reply.header("Location")).isEqualTo("/conversations/c");
        assertThat(reply.text("status")).isEqualTo("active");
        assertThat(reply.number("generation")).isPositive();
        for (String none : new String[] {"agent_id", "title", "oldest_turn", "newest_turn"}) {
            assertThat(reply.body().path(none).isNull()).as(none).isTrue();
        }
        for (String zero :
                new String[] {"total_turns", "total_messages", "active_turns", "summary_count", "session_count"}) {
            assertThat(reply.number(zero)).as(zero).isZero();
        }
        assertThat(statistics()).isEqualTo(new Reply(200, statistics().headers(), reply.body(), false));
    }

    @Test
    void bodyMayBeLeftOut() {
        Reply reply = api.post("/conversations").reply().hasStatus(201);
        assertThat(reply.header("Location")).isEqualTo("/conversations/" + reply.text("conversation_id"));
        api.get(reply.header("Location")).reply().hasStatus(200);
        api.post("/conversations").body("text/plain", "").reply().hasStatus(201);
    }

    @Test
    void againWithEqualFieldsIs200AndElse409() {
        create("{'conversation_id': 'c', 'agent_id': 'default', 'title': 'T', 'metadata': {'n': 1.0, 'a': []}}")
                .hasStatus(201);
        create("{'conversation_id': 'c'}").hasStatus(200);
        create("{'conversation_id': 'c', 'title': null, 'metadata': null}").hasStatus(200);
        Reply same =
                create("{'metadata': {'a': [], 'n': 1}, 'title': 'T', 'agent_id': 'default', 'conversation_id': 'c'}");
        assertThat(same.hasStatus(200).body()).isEqualTo(statistics().body());
        assertThat(same.headers()).doesNotContainKey("Location");
        create("{'conversation_id': 'c', 'title': 't'}").isProblem(409, "id-taken");
        create("{'conversation_id': 'c', 'agent_id': 'shop-assistant'}").isProblem(409, "id-taken");
        create("{'conversation_id': 'c', 'metadata': {}}").isProblem(409, "id-taken");
    }

    @Test
    void idsAreEachUsersOwn() {
        create("{'conversation_id': 'c', 'title': 'hers'}").hasStatus(201);
        api.post("/conversations")
                .as("bob")
                .json1("{'conversation_id': 'c', 'title': 'his'}")
                .reply()
                .hasStatus(201);
        assertThat(statistics().text("title")).isEqualTo("hers");
        assertThat(create("{'conversation_id': 'C'}")
                        .hasStatus(201)
                        .body()
                        .path("title")
                        .isNull())
                .isTrue();
    }

    @Test
    void statisticsTellOfTheWindow() {
        create("{'conversation_id': 'c', 'agent_id': 'narrow'}").hasStatus(201);
        for (int i = 1; i <= 3; i++) {
            api.post("/conversations/c/turns")
                    .json1("{'user_input': 'm" + i + "', 'agent_response': 'r', 'timestamp': '2026-01-0" + i + "'}")
                    .reply()
                    .hasStatus(201);
        }
        Reply reply = statistics();
        assertThat(reply.number("total_turns")).isEqualTo(3);
        assertThat(reply.number("total_messages")).isEqualTo(3);
        assertThat(reply.number("active_turns")).isEqualTo(2);
        assertThat(reply.number("session_count")).isEqualTo(3);
        assertThat(reply.text("oldest_turn")).isEqualTo("2026-01-02");
        assertThat(reply.text("newest_turn")).isEqualTo("2026-01-03");
        assertThat(reply.text("agent_id")).isEqualTo("narrow");
        assertThat(reply.text("title")).isEqualTo("m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void clearKeepsIdTitleAndMetadata(String body) {
        create("{'conversation_id': 'c', 'title': 'T', 'metadata': {'k': 1}}").hasStatus(201);
        api.withTurn("c", "m", "r");
        long before = statistics().number("generation");
        Reply cleared = api.post("/conversations/c/clear").json(body).reply().hasStatus(200);
        assertThat(cleared.body().fieldNames()).toIterable().containsExactly(STATISTICS);
        assertThat(cleared.number("generation")).isGreaterThan(before);
        assertThat(cleared.number("total_turns")).isZero();
        assertThat(cleared.text("title")).isEqualTo("T");
        assertThat(cleared.body().path("metadata").path("k").intValue()).isEqualTo(1);
        assertThat(statistics().body()).isEqualTo(cleared.body());
    }

    @Test
    void eraseLeavesNothingAndTheIdBeginsAnew() {
        api.withTurn("c", "m", "r");
        long before = statistics().number("generation");
        api.delete("/conversations/c").reply().hasStatus(204);
        for (String path : List.of("", "/turns", "/turns/1", "/export", "/context?query=", "/search?q=m")) {
            api.get("/conversations/c" + path).reply().isProblem(404, "not-found");
        }
        assertThat(create("{'conversation_id': 'c'}").hasStatus(201).number("generation"))
                .isGreaterThan(before);
    }
}
