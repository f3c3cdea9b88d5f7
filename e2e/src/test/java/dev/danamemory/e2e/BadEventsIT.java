package dev.danamemory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that no API Gateway sends, or that it sends for requests that are wrong. One process per store takes them all. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Backend.class)
class BadEventsIT {
    private static final String MARKER = "zebra-secret";

    @TempDir
    private static Path folder;

    private static final Map<Backend, LambdaProcess> STARTED = new EnumMap<>(Backend.class);

    private final LambdaProcess chat;

    BadEventsIT(Backend backend) {
        chat = STARTED.get(backend);
    }

    @BeforeParameterizedClassInvocation
    static void start(Backend backend) throws IOException {
        STARTED.put(backend, LambdaProcess.start(Handler.CHAT, backend.environment(folder)));
    }

    @AfterParameterizedClassInvocation
    static void stop(Backend backend) throws IOException {
        STARTED.remove(backend).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\"" + MARKER, "{\"a\": 1, \"a\": 2}", "{\"" + MARKER + "\": \"\\u00\"}"})
    void whatIsNoJsonFailsTheCallAndNotTheProcess(String event) {
        assertThat(chat.deliver(event.getBytes(UTF_8))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(JsonReader.strict()
                            .read(failed.error())
                            .path("errorType")
                            .asText())
                    .endsWith("JsonSyntaxException");
            assertThat(failed.error()).doesNotContain(MARKER);
        });
        chat.ask(Event.chat("", "hello").bytes()).hasStatus(200);
        assertThat(chat.log()).doesNotContain(MARKER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "{\"version\": \"2.0\"}",
                "{\"routeKey\": \"GET /nowhere\"}",
                "{\"routeKey\": 7, \"requestContext\": [], \"headers\": \"x\"}",
                "{\"source\": \"aws.events\", \"detail-type\": \"Scheduled Event\", \"detail\": {}}"
            })
    void whatIsOfNoRouteIsAProblemDocument(String event) {
        chat.ask(event.getBytes(UTF_8)).isProblem(404, "not-found");
    }

    @Test
    void whatIsOfAnotherFunctionsRouteIsNotFound() {
        chat.ask(Event.of(Route.STATISTICS, "kitchen").bytes()).isProblem(404, "not-found");
    }

    @Test
    void nobodysRequestIsUnauthorized() {
        chat.ask(Event.chat("", "hello").nobodys().bytes()).isProblem(401, "unauthorized");
    }

    @Test
    void badBodiesAreToldApart() {
        Event event = Event.chat("", "hello");
        chat.ask(event.body("{'message': 'cut").bytes()).isProblem(400, "bad-request");
        chat.ask(event.body("{'message': ' '}").bytes()).isProblem(422, "invalid");
        chat.ask(event.body("{'message': '" + "x".repeat(2 * 1024 * 1024) + "'}")
                        .bytes())
                .isProblem(413, "too-large");
        chat.ask(event.body("{'message': 'x'}")
                        .header("content-type", "text/plain")
                        .bytes())
                .isProblem(415, "unsupported-media-type");
    }
}
