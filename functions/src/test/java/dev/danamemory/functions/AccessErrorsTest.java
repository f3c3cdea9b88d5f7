package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows 401, 403, 404 and 405 of the error table, each on every route it can touch. */
class AccessErrorsTest {
    private static final String ROUTES = "dev.danamemory.functions.Samples#";

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    @Nested
    class Row401 {
        @ParameterizedTest
        @MethodSource(ROUTES + "withIdentity")
        void nobody(Route route) {
            Samples.request(api, route).as(null).reply().isProblem(401, "unauthorized");
        }

        @ParameterizedTest
        @MethodSource(ROUTES + "withIdentity")
        void subjectThatIsNoUser(Route route) {
            Samples.request(api, route).as("").reply().isProblem(401, "unauthorized");
            Samples.request(api, route).as("x".repeat(257)).reply().isProblem(401, "unauthorized");
            Samples.request(api, route)
                    .as("HALF")
                    .inEvent("\"HALF\"", "\"\\ud83d\"")
                    .reply()
                    .isProblem(401, "unauthorized");
        }

        @ParameterizedTest
        @MethodSource(ROUTES + "withIdentity")
        void noHeaderMakesAUser(Route route) {
            Samples.request(api, route)
                    .as(null)
                    .header("memory-user", "alice")
                    .header("authorization", "Bearer alice")
                    .header("x-user-id", "alice")
                    .reply()
                    .isProblem(401, "unauthorized");
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "withIdentity")
    void row403ActAsWithoutTheScope(Route route) {
        Samples.request(api, route).header("Memory-User", "bob").reply().isProblem(403, "forbidden");
    }

    @Nested
    class Row404 {
        @ParameterizedTest
        @MethodSource(ROUTES + "needingConversation")
        void noSuchConversation(Route route) {
            Samples.request(api, route, "nowhere").reply().isProblem(404, "not-found");
        }

        @ParameterizedTest
        @MethodSource(ROUTES + "needingConversation")
        void anothersConversationIsAnsweredLikeNone(Route route) {
            Reply others = Samples.request(api, route).as("bob").reply();
            Reply none = Samples.request(api, route, "nowhere").reply();
            assertThat(others.isProblem(404, "not-found")).isEqualTo(none);
        }

        @ParameterizedTest
        @MethodSource(ROUTES + "ofConversation")
        void malformedIdWhereNothingIsMade(Route route) {
            for (String id : new String[] {"..", ".", "-a", "a%2Fb", "%F0%9F%98%80", "a%20b", "x".repeat(129), "%zz"}) {
                Reply reply = Samples.request(api, route, id).reply();
                if (route.makesConversation()) {
                    reply.isFaultOf("id");
                } else {
                    reply.isProblem(404, "not-found");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "2", "0002", "99999999999999999999999", "no-such-turn", "..", "%20"})
        void noSuchTurn(String turn) {
            api.get("/conversations/kitchen/turns/" + turn).reply().isProblem(404, "not-found");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/", "", "/nowhere", "/conversations/kitchen/nowhere", "/chat/more", "//chat", "/CHAT", "/me"
                })
        void noSuchRoute(String path) {
            api.get(path).reply().isProblem(404, "not-found");
            api.get(path).as(null).reply().isProblem(404, "not-found");
        }
    }

    @Nested
    class Row405 {
        @ParameterizedTest
        @EnumSource(Route.class)
        void otherMethodsOfAPath(Route route) {
            String allowed = Arrays.stream(Route.values())
                    .filter(other -> other.template().equals(route.template()))
                    .map(Route::method)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(", "));
            String path = Samples.target(route).replaceAll("\\?.*", "");
            for (String method :
                    new String[] {"TRACE", "OPTIONS", "HEAD", route.method().toLowerCase(Locale.ROOT)}) {
                Reply reply = api.send(method, path).reply().isProblem(405, "method-not-allowed");
                assertThat(reply.header("Allow")).isEqualTo(allowed);
            }
        }
    }
}
