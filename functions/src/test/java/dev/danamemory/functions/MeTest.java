package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.UserErasure;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DELETE /me} and {@code GET /me/export}. */
class MeTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
        for (int i = 1; i <= 5; i++) {
            api.withTurn("chat-" + i, "Question " + i, "Answer " + i);
        }
        api.withTurn("Chat-1", "Another with capitals", "Yes");
        api.post("/conversations/kitchen/turns")
                .as("bob")
                .json1("{'user_input': 'Mine', 'agent_response': 'Bobs'}")
                .reply()
                .hasStatus(201);
    }

    private List<JsonNode> exported(int limit) {
        List<JsonNode> files = new ArrayList<>();
        String query = "?limit=" + limit;
        while (true) {
            Reply page = api.get("/me/export" + query).reply().hasStatus(200);
            JsonNode conversations = page.body().path("conversations");
            assertThat(conversations.size()).isLessThanOrEqualTo(limit);
            conversations.forEach(files::add);
            JsonNode next = page.body().path("next_cursor");
            if (next.isNull()) {
                return files;
            }
            query = "?limit=" + limit + "&cursor=" + next.textValue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 100})
    void everythingIsExportedOnce(int limit) {
        Set<String> ids = new HashSet<>();
        for (JsonNode file : exported(limit)) {
            String id = file.path("conversation_id").asText();
            assertThat(ids.add(id)).as(id).isTrue();
            assertThat(CanonicalJson.equal(
                            file,
                            api.get("/conversations/" + id + "/export").reply().body()))
                    .isTrue();
        }
        assertThat(ids).containsExactlyInAnyOrder("chat-1", "chat-2", "chat-3", "chat-4", "chat-5", "Chat-1");
    }

    @Test
    void whoHasNothingGetsNothing() {
        Reply reply = api.get("/me/export").as("carol").reply().hasStatus(200);
        assertThat(reply.body().path("conversations")).isEmpty();
        assertThat(reply.body().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void aCursorIsOfItsUserAndOfThisRoute() {
        String cursor = api.get("/me/export?limit=2").reply().text("next_cursor");
        api.get("/me/export?cursor=" + cursor).reply().hasStatus(200);
        api.get("/me/export?cursor=" + cursor).as("bob").reply().is(ErrorRow.BAD_CURSOR);
        api.get("/conversations?cursor=" + cursor).reply().is(ErrorRow.BAD_CURSOR);
        String other = api.get("/conversations?limit=2").reply().text("next_cursor");
        api.get("/me/export?cursor=" + other).reply().is(ErrorRow.BAD_CURSOR);
    }

    @Test
    void whatIsUsedMeanwhileIsNeitherMissedNorTwice() {
        Reply first = api.get("/me/export?limit=3").reply();
        first.body()
                .path("conversations")
                .forEach(file -> api.withTurn(file.path("conversation_id").asText(), "More", "Yes"));
        Reply second = api.get("/me/export?limit=100&cursor=" + first.text("next_cursor"))
                .reply();
        Set<String> ids = new HashSet<>(first.body().path("conversations").findValuesAsText("conversation_id"));
        second.body()
                .path("conversations")
                .forEach(file -> assertThat(ids.add(file.path("conversation_id").asText()))
                        .isTrue());
        assertThat(second.body().path("conversations")).hasSize(3);
    }

    @Test
    void nothingIsErasedWithoutConfirmation() {
        for (String query : new String[] {"", "?confirm=false", "?confirm=TRUE", "?Confirm=true", "?confirm="}) {
            assertThat(api.delete("/me" + query).reply().status()).isIn(400, 422);
        }
        assertThat(exported(100)).hasSize(6);
    }

    @Test
    void allOfMineIsErasedAndNothingOfOthers() {
        Reply reply = api.delete("/me?confirm=true").reply().hasStatus(200);
        assertThat(reply.body().toString())
                .isEqualTo("{\"done\":true,\"erased\":{\"conversations\":6,\"turns\":6,\"archives\":0}}");
        assertThat(exported(100)).isEmpty();
        assertThat(api.get("/conversations").reply().body().path("conversations"))
                .isEmpty();
        api.get("/conversations/chat-1/turns").reply().isProblem(404, "not-found");
        api.get("/conversations/kitchen").as("bob").reply().hasStatus(200);
        assertThat(api.delete("/me?confirm=true").reply().hasStatus(200).body().toString())
                .isEqualTo("{\"done\":true,\"erased\":{\"conversations\":0,\"turns\":0,\"archives\":0}}");
    }

    @Test
    void whatTimeRanOutForIsToldAndGoneOnWith() {
        TestApi slow = TestApi.in(folder, new TestAgents(), store -> erasing(new UserErasure(false, 7, 2, 31, 1)));
        assertThat(slow.delete("/me?confirm=true").reply().hasStatus(202).body().toString())
                .isEqualTo(
                        "{\"done\":false,\"unmarked\":7,\"erased\":{\"conversations\":2,\"turns\":31,\"archives\":1}}");
    }

    private static ConversationStore erasing(UserErasure outcome) {
        return (ConversationStore) Proxy.newProxyInstance(
                MeTest.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> method.getName().equals("within") ? proxy : outcome);
    }

    @Test
    void aBackendErasesForTheUserItNames() {
        api.delete("/me?confirm=true")
                .as("backend")
                .claim("scope", "memory:act-as")
                .header("Memory-User", "bob")
                .reply()
                .hasStatus(200);
        api.get("/conversations/kitchen").as("bob").reply().isProblem(404, "not-found");
        assertThat(exported(100)).hasSize(6);
    }
}
