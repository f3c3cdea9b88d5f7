package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code PATCH /conversations/{id}}. */
class ChangeTest {
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

    private Reply statistics() {
        return api.get("/conversations/c").reply().hasStatus(200);
    }

    @Test
    void titleIsSetAndDerivedAgain() {
        api.withTurn("c", "first message", "r");
        assertThat(patch("{'title': 'Mine'}").hasStatus(200).text("title")).isEqualTo("Mine");
        assertThat(patch("{}").text("title")).isEqualTo("Mine");
        assertThat(patch("{'title': null}").text("title")).isEqualTo("first message");
        String longest = "\ud83d\ude00".repeat(200);
        assertThat(patch("{'title': '" + longest + "'}").text("title")).isEqualTo(longest);
    }

    @Test
    void metadataIsAMergePatch() {
        create("{'conversation_id': 'c', 'metadata': {'a': {'b': 1, 'c': 2}, 'd': 3}}")
                .hasStatus(201);
        assertThat(patch("{'metadata': {'a': {'b': null}, 'e': 1.50}}")
                        .body()
                        .path("metadata")
                        .toString())
                .isEqualTo("{\"a\":{\"c\":2},\"d\":3,\"e\":1.50}");
        assertThat(patch("{'metadata': null}").body().path("metadata").isEmpty())
                .isTrue();
        assertThat(patch("{'metadata': null}")
                        .hasStatus(200)
                        .body()
                        .path("metadata")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void patchedMetadataMayNotGrowOverItsLimit() {
        create("{'conversation_id': 'c', 'metadata': {'a': '" + "x".repeat(10_000) + "'}}")
                .hasStatus(201);
        patch("{'metadata': {'b': '" + "x".repeat(10_000) + "'}}").isFaultOf("metadata");
        assertThat(statistics().body().path("metadata").has("b")).isFalse();
    }

    @Test
    void archivedIsALabelThatTheNextTurnTakesOff() {
        api.withTurn("c", "m", "r");
        assertThat(patch("{'status': 'archived'}").text("status")).isEqualTo("archived");
        assertThat(patch("{'title': 'x'}").text("status")).isEqualTo("archived");
        api.withTurn("c", "m2", "r");
        assertThat(statistics().text("status")).isEqualTo("active");
        patch("{'status': 'archived'}").hasStatus(200);
        assertThat(patch("{'status': 'active'}").text("status")).isEqualTo("active");
    }
}
