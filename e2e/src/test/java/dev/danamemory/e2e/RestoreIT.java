package dev.danamemory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process has of before its snapshot and must not go on with: connections, keys, the time. */
@Timeout(240)
class RestoreIT {
    private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";
    // as long as a connection that says nothing is waited for
    private static final int SILENCE_MILLIS = 4_000;

    @TempDir
    private Path folder;

    private Map<String, String> environment(Backend backend, Relay relay) {
        Map<String, String> environment = new HashMap<>(backend.environment(folder));
        environment.putAll(backend.at(relay.url()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return environment;
    }

    private static URI server(Backend backend) {
        return backend == Backend.S3 ? Servers.s3() : Servers.dynamoDb();
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "DYNAMODB"})
    void deadConnectionsCostNoErrorAndNoWait(Backend backend) throws IOException {
        AtomicInteger before = new AtomicInteger();
        AtomicReference<Instant> restored = new AtomicReference<>();
        RuntimeApi api = new RuntimeApi();
        try (Relay relay = new Relay(server(backend))) {
            api.whenStarted(() -> {
                before.set(relay.connections());
                restored.set(Instant.now());
                relay.drop();
            });
            try (LambdaProcess chat = LambdaProcess.start(api, Handler.CHAT, environment(backend, relay), HOOKS)) {
                Answer answer =
                        chat.ask(Event.chat("", "My oven broke.").bytes()).hasStatus(200);

                assertThat(before.get()).as("the rehearsal asked the store").isPositive();
                assertThat(relay.connections()).isGreaterThan(before.get());
                assertThat(answer.number("turn_number")).isEqualTo(1);
                assertThat(timeOfTheTurn(answer.text("conversation_id"), backend))
                        .isAfterOrEqualTo(restored.get());
                assertThat(chat.log()).doesNotContain("\"unavailable\"", "\"fault\"");
                assertThat(chat.log()
                                .lines()
                                .filter(line -> line.contains("\"status\":200,\"duration_ms\":"))
                                .map(line -> JsonReader.strict()
                                        .read(line)
                                        .path("duration_ms")
                                        .longValue()))
                        .isNotEmpty()
                        .allMatch(millis -> millis < SILENCE_MILLIS);
            }
        }
    }

    private Instant timeOfTheTurn(String conversation, Backend backend) throws IOException {
        try (LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, backend.environment(folder))) {
            byte[] event =
                    Event.of(Route.TURN, conversation).parameter("turn", "1").bytes();
            return Instant.parse(context.ready(event).ask(event).hasStatus(200).text("timestamp"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "DYNAMODB"})
    void keysThatRanOutMeanwhileAreAskedForAnew(Backend backend) throws IOException {
        RuntimeApi api = new RuntimeApi();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        api.whenStarted(() -> before.set(asked.get()));
        HttpServer keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // as Lambda hands them to what it restores: over HTTP, and good for a while
        keys.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = ("{\"AccessKeyId\":\"dana\",\"SecretAccessKey\":\"memory\",\"Token\":\"t\",\"Expiration\":\""
                            + Instant.now().plusSeconds(1) + "\"}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        try (Relay relay = new Relay(server(backend))) {
            Map<String, String> environment = environment(backend, relay);
            environment.keySet().removeIf(name -> name.endsWith("_ACCESS_KEY") || name.endsWith("_KEY_ID"));
            environment.put(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    "http://127.0.0.1:" + keys.getAddress().getPort() + "/");
            try (LambdaProcess chat = LambdaProcess.start(api, Handler.CHAT, environment, HOOKS)) {
                chat.ask(Event.chat("", "My oven broke.").bytes()).hasStatus(200);
                assertThat(before.get()).isPositive();
                assertThat(asked.get()).isGreaterThan(before.get());
            }
        } finally {
            keys.stop(0);
        }
    }
}
