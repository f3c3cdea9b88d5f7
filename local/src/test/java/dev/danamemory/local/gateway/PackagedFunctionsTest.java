package dev.danamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.chat.ChatHandler;
import dev.danamemory.functions.context.ContextHandler;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.functions.http.Route;
import dev.danamemory.local.RealApi;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PackagedFunctionsTest {
    @TempDir
    Path data;

    private PackagedFunctions functions;

    @BeforeEach
    void open() {
        functions = RealApi.functions(data);
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteHasItsFunction(Route route) {
        String path = route.template().replace("{id}", "a%2Fb").replace("{turn}", "7");
        FunctionRoutes.Match match = functions.match(route.method(), path);

        assertThat(match.routeKey()).isEqualTo(route.key());
        assertThat(match.isOpen()).isEqualTo(route == Route.HEALTH);
        assertThat(match.pathParameters().getOrDefault("id", "a/b")).isEqualTo("a/b");
        assertThat(match.handler())
                .isInstanceOf(
                        switch (route.function()) {
                            case CHAT -> ChatHandler.class;
                            case CONTEXT -> ContextHandler.class;
                            case CONVERSATIONS -> ConversationsHandler.class;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteIsAnswered(Route route) throws IOException {
        String path = route.template().replace("{id}", "c").replace("{turn}", "7");
        LocalAnswer answer = ask(route.method(), path);

        assertThat(answer.status()).isBetween(200, 422).isNotIn(401, 405);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.header("X-Correlation-Id")).hasValue("r-1");
        assertThat(answer.body().asText()).doesNotContain("no such route");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /health/",
        "HEAD, /health",
        "DELETE, /chat",
        "GET, /conversations/",
        "GET, /conversations/c/",
        "GET, /conversations/c/turns/1/x",
        "GET, //",
        "OPTIONS, *",
        "get, /health"
    })
    void allElseGoesToTheDefaultRoute(String method, String path) {
        FunctionRoutes.Match match = functions.match(method, path);

        assertThat(match.routeKey()).isEqualTo(FunctionRoutes.DEFAULT_KEY);
        assertThat(match.pathParameters()).isEqualTo(Map.of());
        assertThat(match.isOpen()).isFalse();
        assertThat(match.handler()).isInstanceOf(ConversationsHandler.class);
    }

    @Test
    void aSlashAtTheEndIsAccepted() throws IOException {
        assertThat(ask("GET", "/agents/").status()).isEqualTo(200);
        assertThat(ask("GET", "/conversations/").json().path("conversations")).isEmpty();
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws IOException {
        LocalAnswer answer = ask("DELETE", "/chat");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).hasValue("POST");
    }

    private LocalAnswer ask(String method, String path) throws IOException {
        LocalRequest request = new LocalRequest(
                "r-1", method, path, "", List.of(), Body.EMPTY, new UserId("ana"), "127.0.0.1", "HTTP/1.1");
        return new LocalApi(functions, "sub", InstantSource.system()).answer(request);
    }
}
