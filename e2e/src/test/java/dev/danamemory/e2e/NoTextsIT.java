package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No text of a user in what functions write or send, at the lowest level of the log: requests of every route and the
 * schedule's, good ones, bad ones and those that fail, all of whose texts hold a mark.
 */
@Timeout(240)
class NoTextsIT {
    private static final String MARK = "zebra";
    private static final String ID = "zebra-kitchen";
    // the user of all events
    private static final String USER = Event.USER.substring(Event.USER.indexOf('|') + 1);

    @TempDir
    private Path folder;

    private final Map<Handler, LambdaProcess> functions = new EnumMap<>(Handler.class);

    @AfterEach
    void stop() throws IOException {
        for (LambdaProcess function : functions.values()) {
            function.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherInLogsNorMetricsNorTraces(Backend backend) throws IOException {
        try (DatagramSocket xray = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            start(backend, xray.getLocalPort());
            List<Integer> statuses = new ArrayList<>();
            for (Route route : inOrder()) {
                statuses.add(send(route, good(route)).status());
                send(
                        route,
                        Event.of(route, ID)
                                .query("q=zebra&query=zebra&limit=zebra")
                                .body("{'zebra': 'zebra'")
                                .bytes());
                send(
                        route,
                        Event.of(route, ID)
                                .body("{'zebra': ['zebra']}")
                                .nobodys()
                                .bytes());
            }
            assertThat(statuses).as("%s", inOrder()).allMatch(status -> status < 300);
            fail();
            for (String event : List.of("cleanup.json", "cleanup-dry-run.json")) {
                functions.get(Handler.CLEANUP).deliver(Event.file(event));
            }
            // written before the damage, and met after it
            if (backend == Backend.FILE) {
                damage();
            }
            for (LambdaProcess function : functions.values()) {
                assertThat(function.log().toLowerCase(Locale.ROOT)).doesNotContain(MARK, USER);
            }
            assertThat(functions.get(Handler.CONVERSATIONS).log()).contains("\"status\":", "\"_aws\":");
            assertNothingCame(xray);
        }
    }

    private void start(Backend backend, int xray) throws IOException {
        Path agents = Files.writeString(folder.resolve("agents.json"), """
                {"agents": [{"id": "default", "system_prompt": "zebra", "memory": {"delete_after_days": 0}},
                  {"id": "broken", "kind": "openai", "endpoint": "http://127.0.0.1:9/v1", "model": "zebra"}]}""");
        Map<String, String> environment = new HashMap<>(backend.environment(folder));
        environment.put("AGENTS_FILE", agents.toString());
        environment.put("LOG_LEVEL", "DEBUG");
        environment.put("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:" + xray);
        for (Handler handler : Handler.values()) {
            functions.put(handler, LambdaProcess.start(handler, environment));
        }
        functions.get(Handler.CHAT).ready(Event.chat("nowhere", MARK).bytes());
        functions.get(Handler.CONTEXT).ready(Event.of(Route.STATISTICS, ID).bytes());
        functions.get(Handler.CONVERSATIONS).ready(good(Route.REMEMBER_TURN));
    }

    private Answer send(Route route, byte[] event) {
        return functions.get(Handler.of(route)).ask(event);
    }

    // what takes away comes last
    private static List<Route> inOrder() {
        return Arrays.stream(Route.values())
                .sorted(Comparator.comparing((Route route) -> route.method().equals("DELETE") || route == Route.CLEAR)
                        .thenComparingInt(route -> -route.template().length()))
                .toList();
    }

    private static byte[] good(Route route) {
        return switch (route) {
            case CHAT -> Event.chat(ID, "zebra?").bytes();
            case CREATE_CONVERSATION -> body(route, "{'title': 'zebra', 'metadata': {'zebra': 'zebra'}}");
            case IMPORT ->
                Event.of(route, "zebra-imported")
                        .body("{'history': [{'user_input': 'zebra', 'agent_response': 'zebra',"
                                + "'timestamp': '2026-01-01T00:00:00Z'}]}")
                        .bytes();
            case CHANGE ->
                Event.of(route, ID)
                        .header("content-type", "application/merge-patch+json")
                        .body("{'title': 'zebra', 'metadata': {'zebra': 'zebra'}}")
                        .bytes();
            case REMEMBER_TURN ->
                body(
                        route,
                        "{'user_input': 'zebra', 'agent_response': 'zebra', 'metadata': {'zebra': 'zebra'},"
                                + "'agent_id': 'default',"
                                + "'steps': [{'type': 'message', 'role': 'zebra', 'content': 'zebra'}]}");
            case SUMMARISE -> body(route, "{'content': 'zebra'}");
            case CONTEXT ->
                Event.of(route, ID).query("query=zebra&task_type=zebra").bytes();
            case CONTEXT_OF_BODY -> body(route, "{'query': 'zebra', 'task_type': 'zebra'}");
            case SEARCH -> Event.of(route, ID).query("q=zebra").bytes();
            case SEARCH_OF_BODY -> body(route, "{'q': 'zebra'}");
            case TURN -> Event.of(route, ID).parameter("turn", "1").bytes();
            case REDACT_TURN -> Event.of(route, ID).parameter("turn", "1").bytes();
            case ERASE_ME -> Event.of(route, ID).query("confirm=true").bytes();
            default -> Event.of(route, ID).bytes();
        };
    }

    private static byte[] body(Route route, String json) {
        return Event.of(route, ID).body(json).bytes();
    }

    // an agent that cannot be reached, and a key used twice; what is stored is there for cleanup and for damage
    private void fail() {
        LambdaProcess chat = functions.get(Handler.CHAT);
        chat.ask(Event.of(Route.CHAT, ID)
                        .header("idempotency-key", MARK)
                        .body("{'message': 'zebra', 'agent_id': 'broken'}")
                        .bytes())
                .isProblem(502, "agent-failed");
        chat.ask(Event.of(Route.CHAT, ID)
                        .header("idempotency-key", "zebra-2")
                        .body("{'message': 'zebra'}")
                        .bytes())
                .hasStatus(200);
        chat.ask(Event.of(Route.CHAT, ID)
                        .header("idempotency-key", "zebra-2")
                        .body("{'message': 'zebras'}")
                        .bytes())
                .isProblem(422, "key-reused");
    }

    private void damage() throws IOException {
        send(Route.REMEMBER_TURN, good(Route.REMEMBER_TURN)).hasStatus(201);
        try (Stream<Path> heads = Files.walk(folder.resolve("data/conversations"))) {
            for (Path head : heads.filter(Files::isRegularFile).toList()) {
                Files.writeString(head, "{\"zebra\": \"zebra", StandardCharsets.UTF_8);
            }
        }
        for (Route route : List.of(Route.STATISTICS, Route.EXPORT, Route.CHAT, Route.SEARCH)) {
            send(route, good(route)).isProblem(500, "stored-data-unreadable");
        }
    }

    private static void assertNothingCame(DatagramSocket xray) throws IOException {
        xray.setSoTimeout(1);
        DatagramPacket packet = new DatagramPacket(new byte[1_000], 1_000);
        try {
            xray.receive(packet);
        } catch (SocketTimeoutException nothing) {
            return;
        }
        throw new AssertionError("a trace was sent: " + new String(packet.getData(), StandardCharsets.UTF_8));
    }
}
