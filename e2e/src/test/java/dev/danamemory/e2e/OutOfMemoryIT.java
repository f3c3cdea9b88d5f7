package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A function that needs more memory than it has: the runtime says so and ends it. */
@Timeout(240)
class OutOfMemoryIT {
    private static final String ID = "kitchen";

    @TempDir
    private Path folder;

    @Test
    void aFunctionThatRunsOutOfMemoryLosesNothingThatWasAnswered() throws IOException {
        String id;
        try (LambdaProcess chat = LambdaProcess.start(Handler.CHAT, Backend.FILE.environment(folder), "-Xmx80m")) {
            chat.ready(Event.chat("nowhere", "Hello?").bytes());
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
        try (LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, Backend.FILE.environment(folder))) {
            context.ready(Event.of(Route.STATISTICS, id).bytes());
            assertThat(context.ask(Event.of(Route.STATISTICS, id).bytes())
                            .hasStatus(200)
                            .number("total_turns"))
                    .isEqualTo(1);
        }
    }
}
