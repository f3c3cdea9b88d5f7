package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that does not answer: functions start, say so in time, and are healthy. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class StoreGoneIT {
    private static final String MARKER = "zebra-secret";
    // of a caller without an agent
    private static final int LONGEST_MILLIS = 10_000;

    private static Map<String, String> environment(Backend backend, int port) {
        return Backend.with(
                backend.at(URI.create("http://127.0.0.1:" + port)),
                "MEMORY_BUCKET",
                "bucket",
                "MEMORY_TABLE",
                "table",
                "MEMORY_ARCHIVE",
                "s3://bucket",
                "LOG_LEVEL",
                "DEBUG");
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "DYNAMODB"})
    void whereNobodyListensTheAgentIsNotCalledAndTheCallerIsTold(Backend backend) throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (LambdaProcess chat = LambdaProcess.start(Handler.CHAT, environment(backend, port))) {
            Answer answer = chat.ask(Event.chat("", MARKER).bytes()).isProblem(503, "store-unavailable");
            assertThat(answer.headers()).containsKey("Retry-After");
            assertThat(requests(chat))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.path("duration_ms").longValue()).isLessThan(LONGEST_MILLIS));
            assertThat(chat.log()).contains("\"unavailable\":").doesNotContain(MARKER, Event.USER);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "DYNAMODB"})
    void whereNothingIsSaidItIsGivenUpInTime(Backend backend) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LambdaProcess context =
                        LambdaProcess.start(Handler.CONTEXT, environment(backend, silent.getLocalPort()))) {
            context.ask(Event.of(Route.HEALTH, "").nobodys().bytes()).hasStatus(200);
            context.ask(Event.of(Route.STATISTICS, "kitchen").bytes()).isProblem(503, "store-unavailable");
            // as the function itself measured it
            assertThat(requests(context))
                    .extracting(line -> line.path("status").intValue())
                    .containsExactly(200, 503);
            assertThat(requests(context))
                    .allSatisfy(line ->
                            assertThat(line.path("duration_ms").longValue()).isLessThan(LONGEST_MILLIS));
            context.ask(Event.of(Route.HEALTH, "").nobodys().bytes()).hasStatus(200);
        }
    }

    private static Stream<JsonNode> lines(LambdaProcess function) {
        return function.log()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonReader.strict().read(line));
    }

    private static List<JsonNode> requests(LambdaProcess function) {
        return lines(function).filter(line -> line.has("duration_ms")).toList();
    }
}
