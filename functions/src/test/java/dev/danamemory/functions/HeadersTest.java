package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import dev.danamemory.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of every answer, right or wrong, of every route that has them. */
class HeadersTest {
    private static final Map<Route, String> MADE = Map.of(
            Route.CREATE_CONVERSATION, "/conversations/new",
            Route.IMPORT, "/conversations/new",
            Route.REMEMBER_TURN, "/conversations/new/turns/1");

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private static void hasCommonHeaders(Reply reply) {
        assertThat(reply.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Correlation-Id", "request-1");
    }

    private static Stream<Reply> ofEachKind(TestApi api, Route route) {
        return Stream.of(
                api.send("TRACE", Samples.target(route).replaceAll("\\?.*", "")).reply(),
                Samples.request(api, route).as(null).reply(),
                Samples.request(api, route, "nowhere").reply(),
                Samples.request(api, route).json("[").reply(),
                Samples.request(api, route).reply());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyAnswerHasTheThree(Route route) {
        assertThat(ofEachKind(api, route)).allSatisfy(HeadersTest::hasCommonHeaders);
        TestApi broken =
                TestApi.in(folder, new TestAgents(), store -> BrokenStore.of(store, IllegalStateException::new));
        hasCommonHeaders(Samples.request(broken, route).reply());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void theTypeSaysWhetherItIsAProblem(Route route) {
        assertThat(ofEachKind(api, route))
                .allSatisfy(reply -> assertThat(reply.headers().get("Content-Type"))
                        .isEqualTo(
                                reply.status() == 204
                                        ? null
                                        : reply.status() < 400 ? "application/json" : "application/problem+json"));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void otherwiseThereIsNothingButWhatIsPromised(Route route) {
        Set<String> ours = Set.of("Location", "Server-Timing");
        Reply reply = Samples.request(api, route, "kitchen").reply();
        assertThat(reply.headers().keySet().stream().filter(ours::contains))
                .containsExactlyElementsOf(
                        route == Route.CHAT
                                ? Set.of("Server-Timing")
                                : reply.status() == 201 && MADE.containsKey(route) ? Set.of("Location") : Set.of());
    }

    static Stream<Route> makers() {
        return Arrays.stream(Route.values()).filter(MADE::containsKey);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void whatWasMadeHasAnAddress(Route route) {
        Sent request = Samples.request(api, route, "new");
        if (route == Route.CREATE_CONVERSATION) {
            request.json1("{'conversation_id': 'new'}");
        }
        String location = request.reply().hasStatus(201).header("Location");
        assertThat(location).isEqualTo(MADE.get(route));
        api.get(location).reply().hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void otherMethodsAreToldTheRightOnes(Route route) {
        Reply reply =
                api.send("TRACE", Samples.target(route).replaceAll("\\?.*", "")).reply();
        assertThat(reply.header("Allow").split(", ", -1)).contains(route.method());
    }

    @RowTest(ErrorRow.STORE_UNAVAILABLE)
    void anUnavailableStoreSaysWhenToComeAgain(Route route) {
        TestApi broken = TestApi.in(
                folder,
                new TestAgents(),
                store -> BrokenStore.of(
                        store, () -> new StoreUnavailableException("down", Duration.ofMillis(1_200), null)));
        assertThat(Samples.request(broken, route).reply().header("Retry-After")).isEqualTo("2");
    }

    static Stream<Route> keyed() {
        return Arrays.stream(Route.values()).filter(Samples::takesKey);
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void onlyARepeatIsAReplay(Route route) {
        Sent request = Samples.request(api, route).header("Idempotency-Key", "k");
        Reply first = request.reply();
        Reply again = request.reply();
        assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.headers().keySet())
                .containsAll(first.headers().keySet())
                .hasSize(first.headers().size() + 1);
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, names = "CHAT")
    void aChatSaysWhatTookHowLong(Route route) {
        assertThat(Samples.request(api, route).reply().header("Server-Timing"))
                .matches("load;dur=[0-9.]+, assemble;dur=[0-9.]+, agent;dur=[0-9.]+, persist;dur=[0-9.]+");
    }
}
