package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What Lambda limits: time, by the deadline that it sends with each event, and memory. */
@Timeout(120)
class LimitsIT {
    private static final String ID = "kitchen";

    @TempDir
    private Path folder;

    private Map<String, String> environment() {
        return new HashMap<>(Backend.FILE.environment(folder));
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
            Outcome outcome = chat.deliver(
                    Event.of(Route.CHAT, ID).body("{'message': 'Hello?'}").bytes(), Duration.ofSeconds(5));
            assertThat(outcome).as(chat::log).isInstanceOf(Outcome.Answered.class);
            Answer answer = ((Outcome.Answered) outcome).read().isProblem(504, "agent-timeout");

            assertThat(failedTurn(context, answer).text("user_input")).isEqualTo("Hello?");
        }
    }

    @Test
    void aMessageThatComesTooLateForAnAgentIsKept() throws IOException {
        try (LambdaProcess chat = LambdaProcess.start(Handler.CHAT, environment());
                LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, environment())) {
            Outcome outcome = chat.deliver(
                    Event.of(Route.CHAT, ID).body("{'message': 'late'}").bytes(), Duration.ofMillis(-50));
            assertThat(outcome).as(chat::log).isInstanceOf(Outcome.Answered.class);
            Answer answer = ((Outcome.Answered) outcome).read().isProblem(504, "agent-timeout");

            assertThat(failedTurn(context, answer).text("user_input")).isEqualTo("late");
        }
    }

    private static Answer failedTurn(LambdaProcess context, Answer problem) {
        Answer turn = context.ask(Event.of(Route.TURN, problem.text("conversation_id"))
                        .parameter("turn", "1")
                        .bytes())
                .hasStatus(200);
        assertThat(turn.text("status")).isEqualTo("failed");
        assertThat(turn.text("turn_id")).isEqualTo(problem.text("message_id"));
        return turn;
    }

    @Test
    void aFunctionThatRunsOutOfMemoryLosesNothingThatWasAnswered() throws IOException {
        String id;
        try (LambdaProcess chat = LambdaProcess.start(Handler.CHAT, environment(), "-Xmx80m")) {
            Answer answer = chat.ask(Event.of(Route.CHAT, ID)
                            .body("{'message': 'keep me'}")
                            .bytes())
                    .hasStatus(200);
            id = answer.text("conversation_id");
            Outcome outcome = chat.deliver(Event.of(Route.CHAT, ID)
                    .body("{'message': 'x', 'context': [" + "{},".repeat(600_000) + "0]}")
                    .bytes());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error())
                                    .contains("\"errorType\":\"java.lang.OutOfMemoryError\""));
            // the runtime ends the process, and Lambda starts another
            chat.exitCode();
        }
        try (LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, environment())) {
            assertThat(context.ask(Event.of(Route.STATISTICS, id).bytes())
                            .hasStatus(200)
                            .number("total_turns"))
                    .isEqualTo(1);
        }
    }
}
