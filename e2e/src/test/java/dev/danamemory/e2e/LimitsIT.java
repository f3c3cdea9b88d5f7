package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What Lambda limits: time, by the deadline that it sends with each event. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@EnumSource(Backend.class)
class LimitsIT {
    private static final String ID = "kitchen";

    @Parameter
    private Backend backend;

    @TempDir
    private Path folder;

    private Map<String, String> environment() {
        return new HashMap<>(backend.environment(folder));
    }

    private Map<String, String> withSilentAgent(ServerSocket silent) throws IOException {
        Path file = Files.writeString(
                folder.resolve("agents.json"),
                "{\"agents\": [{\"kind\": \"openai\", \"endpoint\": \"http://127.0.0.1:" + silent.getLocalPort()
                        + "/v1\", \"model\": \"m\"}]}");
        Map<String, String> environment = environment();
        environment.put("AGENTS_FILE", file.toString());
        return environment;
    }

    @Test
    void theAgentIsGivenUpInTimeToKeepTheMessage() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                LambdaProcess chat = LambdaProcess.start(Handler.CHAT, withSilentAgent(silent));
                LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, environment())) {
            chat.ready(Event.chat("nowhere", "Hello?").bytes());
            Outcome outcome = chat.deliver(
                    Event.of(Route.CHAT, ID).body("{'message': 'Hello?'}").bytes(), Duration.ofSeconds(6));
            assertThat(outcome).as(chat::log).isInstanceOf(Outcome.Answered.class);
            Answer answer = ((Outcome.Answered) outcome).read().isProblem(504, "agent-timeout");

            assertThat(failedTurn(context, answer).text("user_input")).isEqualTo("Hello?");
        }
    }

    @Test
    void aMessageThatComesTooLateForAnAgentIsKept() throws IOException {
        assumeTrue(backend == Backend.FILE, "a server is not asked any more when the time is over");
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                LambdaProcess chat = LambdaProcess.start(Handler.CHAT, withSilentAgent(silent));
                LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, environment())) {
            chat.ready(Event.chat("nowhere", "Hello?").bytes());
            Outcome outcome = chat.deliver(
                    Event.of(Route.CHAT, ID).body("{'message': 'late'}").bytes(), Duration.ofMillis(-50));
            assertThat(outcome).as(chat::log).isInstanceOf(Outcome.Answered.class);
            Answer answer = ((Outcome.Answered) outcome).read().isProblem(504, "agent-timeout");

            assertThat(failedTurn(context, answer).text("user_input")).isEqualTo("late");
        }
    }

    private static Answer failedTurn(LambdaProcess context, Answer problem) {
        context.ready(Event.of(Route.STATISTICS, "nowhere").bytes());
        Answer turn = context.ask(Event.of(Route.TURN, problem.text("conversation_id"))
                        .parameter("turn", "1")
                        .bytes())
                .hasStatus(200);
        assertThat(turn.text("status")).isEqualTo("failed");
        assertThat(turn.text("turn_id")).isEqualTo(problem.text("message_id"));
        return turn;
    }
}
