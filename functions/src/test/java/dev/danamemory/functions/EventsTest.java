package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample events, each through the real handler over a real store in which one turn stands. */
class EventsTest {
    private static final Path EVENTS = Path.of("../events");
    private static final String USER = "auth0|5f7c8ec7c33c6c004bbafe82";

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
        api.post("/conversations/kitchen/turns")
                .as(USER)
                .json1("{'user_input': 'The oven is broken.', 'agent_response': 'I see.', 'agent_id': 'default'}")
                .reply()
                .hasStatus(201);
    }

    private static String fileOf(Route route) {
        return route.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }

    private static byte[] event(String file) throws IOException {
        return Files.readAllBytes(EVENTS.resolve(file));
    }

    private Reply answer(Route route) throws IOException {
        return api.handle(Optional.of(route), event(fileOf(route)));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void eachIsAnsweredWithTheEventsId(Route route) throws IOException {
        assertThat(answer(route).header("X-Correlation-Id")).isEqualTo("JKJaXmPLvHcESHA=");
    }

    @Test
    void chat() throws IOException {
        Reply reply = answer(Route.CHAT).hasStatus(200);
        assertThat(reply.text("agent_response")).isEqualTo("You said: What did I say about the oven?");
        assertThat(reply.number("turn_number")).isEqualTo(2);
        assertThat(reply.body().path("context").path("screen").asText()).isEqualTo("kitchen");
    }

    @Test
    void createConversation() throws IOException {
        Reply reply = answer(Route.CREATE_CONVERSATION).hasStatus(201);
        assertThat(reply.text("title")).isEqualTo("The garden");
        assertThat(reply.header("Location")).isEqualTo("/conversations/garden");
    }

    @Test
    void listConversations() throws IOException {
        assertThat(answer(Route.LIST_CONVERSATIONS)
                        .hasStatus(200)
                        .body()
                        .at("/conversations/0/conversation_id")
                        .asText())
                .isEqualTo("kitchen");
    }

    @Test
    void statistics() throws IOException {
        assertThat(answer(Route.STATISTICS).hasStatus(200).number("total_turns"))
                .isEqualTo(1);
    }

    @Test
    void importFile() throws IOException {
        assertThat(answer(Route.IMPORT).hasStatus(201).number("total_turns")).isEqualTo(1);
        answer(Route.IMPORT).hasStatus(200);
    }

    @Test
    void change() throws IOException {
        Reply reply = answer(Route.CHANGE).hasStatus(200);
        assertThat(reply.text("title")).isEqualTo("Our kitchen");
        assertThat(reply.text("status")).isEqualTo("archived");
    }

    @Test
    void erase() throws IOException {
        assertThat(answer(Route.ERASE).hasStatus(204).body().isMissingNode()).isTrue();
        answer(Route.ERASE).isProblem(404, "not-found");
    }

    @Test
    void clear() throws IOException {
        assertThat(answer(Route.CLEAR).hasStatus(200).number("total_turns")).isZero();
    }

    @Test
    void export() throws IOException {
        assertThat(answer(Route.EXPORT)
                        .hasStatus(200)
                        .body()
                        .at("/history/0/user_input")
                        .asText())
                .isEqualTo("The oven is broken.");
    }

    @Test
    void rememberTurn() throws IOException {
        Reply reply = answer(Route.REMEMBER_TURN).hasStatus(201);
        assertThat(reply.text("turn_id")).isEqualTo("order-4711");
        assertThat(reply.body().at("/steps/1/content/order").intValue()).isEqualTo(4711);
        assertThat(reply.body().at("/attachments/0/name").asText()).isEqualTo("receipt.pdf");
    }

    @Test
    void listTurns() throws IOException {
        assertThat(answer(Route.LIST_TURNS).hasStatus(200).number("next_after")).isEqualTo(1);
    }

    @Test
    void turn() throws IOException {
        assertThat(answer(Route.TURN).hasStatus(200).text("agent_response")).isEqualTo("I see.");
    }

    @Test
    void redactTurn() throws IOException {
        answer(Route.REDACT_TURN).hasStatus(204);
        assertThat(answer(Route.TURN).hasStatus(200).text("status")).isEqualTo("redacted");
    }

    @Test
    void summarise() throws IOException {
        assertThat(answer(Route.SUMMARISE).hasStatus(201).text("content")).contains("The oven is broken.");
        answer(Route.SUMMARISE).hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            names = {"CONTEXT", "CONTEXT_OF_BODY"})
    void context(Route route) throws IOException {
        assertThat(answer(route).hasStatus(200).text("text"))
                .contains("User: The oven is broken.")
                .endsWith("Current user query: Is the oven still broken?");
    }

    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            names = {"SEARCH", "SEARCH_OF_BODY"})
    void search(Route route) throws IOException {
        assertThat(answer(route)
                        .hasStatus(200)
                        .body()
                        .at("/results/0/turn/turn_number")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void agents() throws IOException {
        assertThat(answer(Route.AGENTS).hasStatus(200).body().at("/agents/0/id").asText())
                .isEqualTo("default");
    }

    @Test
    void health() throws IOException {
        assertThat(answer(Route.HEALTH).hasStatus(200).text("status")).isEqualTo("ok");
    }

    @Test
    void pathWithASlashAtItsEnd() throws IOException {
        Reply reply = api.handle(Optional.empty(), event("default.json")).hasStatus(200);
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
    }
}
