package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /conversations}. */
class DirectoryTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
    }

    private Reply create(String body) {
        return api.post("/conversations").json1(body).reply();
    }

    private Reply patch(String body) {
        return api.patch("/conversations/c").json1(body).reply();
    }

    @Test
    void listIsPagedFilteredAndBound() {
        for (int i = 1; i <= 3; i++) {
            create("{'conversation_id': 'c" + i + "', 'agent_id': 'default'}").hasStatus(201);
        }
        create("{'conversation_id': 'other', 'agent_id': 'shop-assistant'}").hasStatus(201);
        Reply first = api.get("/conversations?agent_id=default&limit=2").reply().hasStatus(200);
        assertThat(first.body().path("conversations")).hasSize(2);
        String cursor = first.text("next_cursor");
        Reply second = api.get("/conversations?agent_id=default&limit=2&cursor=" + cursor)
                .reply()
                .hasStatus(200);
        assertThat(second.body().path("next_cursor").isNull()).isTrue();
        List<String> ids = first.body().findValuesAsText("conversation_id");
        ids.addAll(second.body().findValuesAsText("conversation_id"));
        assertThat(ids).containsExactlyInAnyOrder("c1", "c2", "c3");
        api.get("/conversations?limit=2&cursor=" + cursor).reply().isProblem(400, "bad-request");
        api.get("/conversations?agent_id=default&status=active&cursor=" + cursor)
                .reply()
                .isProblem(400, "bad-request");
        api.get("/conversations?agent_id=default&cursor=" + cursor)
                .as("bob")
                .reply()
                .isProblem(400, "bad-request");
    }

    @Test
    void listedConversationHasAllFields() {
        create("{'conversation_id': 'c', 'title': 'T', 'metadata': {'k': 1}}").hasStatus(201);
        JsonNode listed = api.get("/conversations").reply().body().at("/conversations/0");
        assertThat(listed.fieldNames())
                .toIterable()
                .containsExactly(
                        "conversation_id", "agent_id", "title", "status", "created_at", "updated_at", "metadata");
        assertThat(listed.path("title").asText()).isEqualTo("T");
        patch("{'status': 'archived'}").hasStatus(200);
        assertThat(api.get("/conversations?status=archived").reply().body().path("conversations"))
                .hasSize(1);
        assertThat(api.get("/conversations?status=active").reply().body().path("conversations"))
                .isEmpty();
    }
}
