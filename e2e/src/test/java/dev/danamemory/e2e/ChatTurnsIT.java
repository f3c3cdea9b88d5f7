package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred chat turns through one function, read by the other two. */
@Timeout(240)
class ChatTurnsIT {
    private static final int TURNS = 100;
    private static final String ID = "kitchen";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theyAreKeptInOrderAtAFlatCost(Backend backend) throws IOException {
        try (LambdaProcess chat = LambdaProcess.start(Handler.CHAT, backend.environment(folder));
                LambdaProcess context = LambdaProcess.start(Handler.CONTEXT, backend.environment(folder));
                LambdaProcess conversations = LambdaProcess.start(Handler.CONVERSATIONS, backend.environment(folder))) {
            chat.ready(Event.chat("nowhere", "Hello?").bytes());
            context.ready(Event.of(Route.STATISTICS, "nowhere").bytes());
            conversations.ready(Event.of(Route.EXPORT, "nowhere").bytes());
            conversations
                    .ask(Event.of(Route.CREATE_CONVERSATION, ID)
                            .body("{'conversation_id': '" + ID + "'}")
                            .bytes())
                    .hasStatus(201);
            for (int number = 1; number <= TURNS; number++) {
                converse(chat, number);
            }
            readBack(context);
            Answer export =
                    conversations.ask(Event.of(Route.EXPORT, ID).bytes()).hasStatus(200);
            assertThat(export.body().path("history")).hasSize(TURNS);
        }
    }

    private static void converse(LambdaProcess chat, int number) {
        byte[] event = Event.chat(ID, "Drawer " + number + " holds the number " + number * number + ".")
                .header("idempotency-key", "k-" + number)
                .bytes();
        Answer answer = chat.ask(event).hasStatus(200);
        assertThat(answer.body().properties().stream().map(field -> field.getKey()))
                .containsExactly(
                        "success",
                        "message",
                        "conversation_id",
                        "message_id",
                        "turn_number",
                        "agent_response",
                        "context",
                        "error",
                        "agent_id",
                        "memory");
        assertThat(answer.number("turn_number")).isEqualTo(number);
        assertThat(answer.headers().get("Server-Timing")).contains("load;dur=", "agent;dur=", "persist;dur=");
        JsonNode memory = answer.body().path("memory");
        assertThat(memory.path("reads").longValue()).isEqualTo(1);
        // the turn and the key, and at times a block or a touch
        assertThat(memory.path("writes").longValue()).isBetween(2L, 4L);
        if (number % 10 == 0) {
            Answer again = chat.ask(event).hasStatus(200);
            assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
            assertThat(again.text("message_id")).isEqualTo(answer.text("message_id"));
        }
    }

    private static void readBack(LambdaProcess context) {
        Answer statistics = context.ask(Event.of(Route.STATISTICS, ID).bytes()).hasStatus(200);
        assertThat(statistics.number("total_turns")).isEqualTo(TURNS);
        assertThat(statistics.number("active_turns")).isEqualTo(20);
        Answer page = context.ask(
                        Event.of(Route.LIST_TURNS, ID).query("limit=200").bytes())
                .hasStatus(200);
        assertThat(page.body().path("turns")).hasSize(TURNS);
        for (int i = 0; i < TURNS; i++) {
            JsonNode turn = page.body().path("turns").path(i);
            assertThat(turn.path("turn_number").longValue()).isEqualTo(i + 1);
            assertThat(turn.path("user_input").asText()).startsWith("Drawer " + (i + 1) + " holds");
        }
        assertThat(context.ask(Event.of(Route.SEARCH, ID)
                                .query("q=number%2049.")
                                .bytes())
                        .hasStatus(200)
                        .body()
                        .at("/results/0/turn/turn_number")
                        .longValue())
                .isEqualTo(7);
        Answer text = context.ask(Event.of(Route.CONTEXT, ID)
                        .query("query=Hm&relevant_turns=0&token_budget=0&max_turns=2")
                        .bytes())
                .hasStatus(200);
        assertThat(text.text("text"))
                .startsWith("[Conversation info: Total 100 turns, showing recent 2 turns]\n")
                .endsWith("\nCurrent user query: Hm");
    }
}
