package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is for. */
class ActAsTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("c", "hers", "r");
    }

    private Sent backend() {
        return api.get("/conversations/c").as("backend").claim("scope", "openid memory:act-as");
    }

    @Test
    void tokenWithTheScopeNamesTheUser() {
        assertThat(backend()
                        .header("Memory-User", "alice")
                        .reply()
                        .hasStatus(200)
                        .text("title"))
                .isEqualTo("hers");
        backend().header("MEMORY-USER", "bob").reply().isProblem(404, "not-found");
        backend().reply().isProblem(404, "not-found");
    }

    @Test
    void scopesOfTheAuthorizerCountToo() {
        api.get("/conversations/c")
                .as("backend")
                .header("memory-user", "alice")
                .inEvent("\"scopes\":null", "\"scopes\":[\"a\",\"memory:act-as\"]")
                .reply()
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:act-as-not", "Memory:Act-As", "amemory:act-as", ""})
    void otherScopesDoNot(String scope) {
        api.get("/conversations/c")
                .as("backend")
                .claim("scope", scope)
                .header("Memory-User", "alice")
                .reply()
                .isProblem(403, "forbidden");
    }

    @Test
    void namesArePercentEncoded() {
        api.post("/conversations/c/turns")
                .as("auth0|a/b, \ud83d\ude00")
                .json1("{'user_input': 'theirs', 'agent_response': ''}")
                .reply()
                .hasStatus(201);
        assertThat(backend()
                        .header("Memory-User", "auth0%7Ca%2Fb%2C%20%F0%9F%98%80")
                        .reply()
                        .hasStatus(200)
                        .text("title"))
                .isEqualTo("theirs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "a/b", "auth0|x", "alice#c", "ALICE", "ali\u0301ce", "\ud83d\ude00", "%61lice", "alice "})
    void usersAreToldApartWhateverTheirNames(String user) {
        api.get("/conversations/c").as(user).reply().isProblem(404, "not-found");
        api.post("/conversations/c/turns")
                .as(user)
                .json1("{'user_input': 'his', 'agent_response': ''}")
                .reply()
                .hasStatus(201);
        assertThat(api.get("/conversations/c").as(user).reply().text("title")).isEqualTo("his");
        assertThat(api.get("/conversations/c").reply().text("title")).isEqualTo("hers");
        assertThat(api.get("/conversations").as(user).reply().body().path("conversations"))
                .hasSize(1);
    }

    @Test
    void usersOf256EmojiAreUsers() {
        String user = "\ud83d\ude00".repeat(256);
        api.post("/conversations")
                .as(user)
                .json1("{'conversation_id': 'e'}")
                .reply()
                .hasStatus(201);
        api.get("/conversations/e").as(user).reply().hasStatus(200);
        api.get("/conversations/e").as(user + "x").reply().isProblem(401, "unauthorized");
    }
}
