package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Payload;
import dev.danamemory.functions.http.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The error table's rows about whole bodies, on every route that reads one. */
class BodyErrorsTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private static String nested(int depth) {
        return "{\"metadata\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    @Nested
    class Row400 {
        @RowTest(ErrorRow.NOT_JSON)
        void bodyThatIsNotJson(Route route) {
            for (String body :
                    new String[] {"{\"a\":", "nonsense", "{} {}", "{'a':1}", "{\"a\":NaN,}", "\u0000\u0001"}) {
                Samples.request(api, route).json(body).reply().isProblem(400, "bad-request");
            }
        }

        @RowTest(ErrorRow.NOT_JSON)
        void bodyThatIsNotUtf8(Route route) {
            byte[] latin1 = "{\"message\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
            Samples.request(api, route)
                    .bytes("application/json", latin1)
                    .reply()
                    .isProblem(400, "bad-request");
        }

        @RowTest(ErrorRow.KEY_TWICE)
        void keyTwice(Route route) {
            Samples.request(api, route)
                    .json("{\"message\":\"a\",\"x\":{\"b\":1,\"b\":1}}")
                    .reply()
                    .isProblem(400, "bad-request");
        }

        @RowTest(ErrorRow.NESTED_TOO_DEEP)
        void nestedDeeperThan64(Route route) {
            Samples.request(api, route).json(nested(65)).reply().isProblem(400, "bad-request");
            assertThat(Samples.request(api, route).json(nested(64)).reply().status())
                    .isNotEqualTo(400);
        }

        @RowTest(ErrorRow.NOT_JSON)
        void infinityButInAFile(Route route) {
            Reply reply = Samples.request(api, route)
                    .json("{\"metadata\":{\"x\":Infinity}}")
                    .reply();
            if (route.payload() == Payload.FILE) {
                reply.isProblem(422, "invalid");
            } else {
                reply.isProblem(400, "bad-request");
            }
        }
    }

    @Nested
    class Row413 {
        @RowTest(ErrorRow.BODY_TOO_LARGE)
        void bodyOverTheLimit(Route route) {
            int limit = (route.payload() == Payload.FILE ? 4 : 2) * 1024 * 1024;
            String right = Samples.body(route);
            String padded = right + " ".repeat(limit - right.length());
            Samples.request(api, route).json(padded + " ").reply().is(ErrorRow.BODY_TOO_LARGE);
            assertThat(Samples.request(api, route).json(padded).reply().status())
                    .isNotEqualTo(413);
        }

        @RowTest(ErrorRow.BODY_TOO_LARGE)
        void base64IsDecodedBeforeItIsMeasured(Route route) {
            int limit = (route.payload() == Payload.FILE ? 4 : 2) * 1024 * 1024;
            byte[] body = new byte[limit];
            Arrays.fill(body, (byte) ' ');
            Samples.request(api, route).bytes("application/json", body).reply().isProblem(400, "bad-request");
            Samples.request(api, route)
                    .bytes("application/json", new byte[limit + 1])
                    .reply()
                    .is(ErrorRow.BODY_TOO_LARGE);
        }
    }

    @Nested
    class Row415 {
        @RowTest(ErrorRow.BODY_OF_ANOTHER_TYPE)
        void bodyOfAnotherType(Route route) {
            for (String type :
                    new String[] {"text/plain", "application/json5", "", ";", "application/json; charset=utf-16"}) {
                Samples.request(api, route)
                        .body(type, Samples.body(route))
                        .reply()
                        .is(ErrorRow.BODY_OF_ANOTHER_TYPE);
            }
        }

        @RowTest(ErrorRow.BODY_OF_ANOTHER_TYPE)
        void typeBeforeSizeBeforeContent(Route route) {
            Samples.request(api, route)
                    .body("text/plain", "x".repeat(5 * 1024 * 1024))
                    .reply()
                    .is(ErrorRow.BODY_OF_ANOTHER_TYPE);
            Samples.request(api, route)
                    .json("x".repeat(5 * 1024 * 1024))
                    .reply()
                    .is(ErrorRow.BODY_TOO_LARGE);
        }

        @RowTest(ErrorRow.BODY_OF_ANOTHER_TYPE)
        void mergePatchIsForPatchOnly(Route route) {
            Reply reply = Samples.request(api, route)
                    .body("Application/Merge-Patch+JSON; charset=\"UTF-8\"", Samples.body(route))
                    .reply();
            if (route.payload() == Payload.PATCH) {
                reply.hasStatus(200);
            } else {
                reply.is(ErrorRow.BODY_OF_ANOTHER_TYPE);
            }
        }

        @RowTest(ErrorRow.BODY_OF_ANOTHER_TYPE)
        void headersAreReadInAnyCase(Route route) {
            Reply reply = api.send(route.method(), Samples.target(route))
                    .json(Samples.body(route))
                    .header("CONTENT-TYPE", "APPLICATION/JSON;charset=utf-8")
                    .reply();
            assertThat(reply.status()).isNotEqualTo(415);
        }
    }

    @Nested
    class Row422 {
        @RowTest(ErrorRow.BODY_THAT_IS_NO_OBJECT)
        void bodyThatIsNoObject(Route route) {
            for (String body : new String[] {"[]", "\"text\"", "1", "null", "true"}) {
                Samples.request(api, route).json(body).reply().isProblem(422, "invalid");
            }
        }
    }
}
