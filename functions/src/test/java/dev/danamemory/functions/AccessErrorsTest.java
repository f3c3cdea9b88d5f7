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
import org.junit.jupiter.params.provider.ValueSource;

/** The error table's rows about who asks, and for what: each on every route that it can touch. */
class AccessErrorsTest {
    private static final String[] NO_IDS = {"..", ".", "-a", "a%2Fb", "%F0%9F%98%80", "a%20b", "x".repeat(129), "%zz"};

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    @Nested
    class Identity {
        @RowTest(ErrorRow.NO_IDENTITY)
        void nobody(Route route) {
            Samples.request(api, route).as(null).reply().is(ErrorRow.NO_IDENTITY);
        }

        @RowTest(ErrorRow.NO_IDENTITY)
        void noHeaderMakesAUser(Route route) {
            Samples.request(api, route)
                    .as(null)
                    .header("memory-user", "alice")
                    .header("authorization", "Bearer alice")
                    .header("x-user-id", "alice")
                    .reply()
                    .is(ErrorRow.NO_IDENTITY);
        }

        @RowTest(ErrorRow.SUBJECT_THAT_IS_NO_USER)
        void subjectThatIsNoUser(Route route) {
            for (String subject : new String[] {"", "x".repeat(257)}) {
                Samples.request(api, route).as(subject).reply().is(ErrorRow.SUBJECT_THAT_IS_NO_USER);
            }
            Samples.request(api, route)
                    .as("HALF")
                    .inEvent("\"HALF\"", "\"\\ud83d\"")
                    .reply()
                    .is(ErrorRow.SUBJECT_THAT_IS_NO_USER);
        }

        @RowTest(ErrorRow.ACT_AS_WITHOUT_SCOPE)
        void actAsWithoutTheScope(Route route) {
            Samples.request(api, route).header("Memory-User", "bob").reply().is(ErrorRow.ACT_AS_WITHOUT_SCOPE);
        }

        @RowTest(ErrorRow.ACT_AS_NOBODY)
        void actAsNobody(Route route) {
            for (String name : new String[] {"", "alice,bob", "%zz", "%FF", "%"}) {
                Samples.request(api, route)
                        .claim("scope", "memory:act-as")
                        .header("Memory-User", name)
                        .reply()
                        .is(ErrorRow.ACT_AS_NOBODY)
                        .isFaultOf("Memory-User");
            }
        }
    }

    @Nested
    class NotFound {
        @RowTest(ErrorRow.NO_SUCH_CONVERSATION)
        void noSuchConversation(Route route) {
            Samples.request(api, route, "nowhere").reply().is(ErrorRow.NO_SUCH_CONVERSATION);
        }

        @RowTest(ErrorRow.ANOTHERS_CONVERSATION)
        void anothersConversationIsAnsweredLikeNone(Route route) {
            Reply others = Samples.request(api, route).as("bob").reply();
            Reply none = Samples.request(api, route, "nowhere").reply();
            assertThat(others.is(ErrorRow.ANOTHERS_CONVERSATION)).isEqualTo(none);
        }

        @RowTest(ErrorRow.MALFORMED_ID)
        void malformedIdWhereNothingIsMade(Route route) {
            for (String id : NO_IDS) {
                Samples.request(api, route, id).reply().is(ErrorRow.MALFORMED_ID);
            }
        }

        @RowTest(ErrorRow.MALFORMED_ID_TO_MAKE)
        void malformedIdOfWhatIsToBeMade(Route route) {
            for (String id : NO_IDS) {
                Samples.request(api, route, id)
                        .reply()
                        .is(ErrorRow.MALFORMED_ID_TO_MAKE)
                        .isFaultOf("id");
            }
        }

        @RowTest(ErrorRow.NO_SUCH_TURN)
        void noSuchTurn(Route route) {
            for (String turn :
                    new String[] {"0", "2", "0002", "99999999999999999999999", "no-such-turn", "..", "%20"}) {
                String target = Samples.target(route).replaceAll("1$", turn);
                api.send(route.method(), target).reply().is(ErrorRow.NO_SUCH_TURN);
            }
        }

        @Covers(ErrorRow.NO_SUCH_ROUTE)
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "",
                    "/nowhere",
                    "/conversations/kitchen/nowhere",
                    "/chat/more",
                    "//chat",
                    "/CHAT",
                    "/mine"
                })
        void noSuchRoute(String path) {
            api.get(path).reply().is(ErrorRow.NO_SUCH_ROUTE);
            api.get(path).as(null).reply().is(ErrorRow.NO_SUCH_ROUTE);
        }
    }

    @RowTest(ErrorRow.OTHER_METHOD)
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
            Reply reply = api.send(method, path).reply().is(ErrorRow.OTHER_METHOD);
            assertThat(reply.header("Allow")).isEqualTo(allowed);
        }
    }
}
