package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DELETE /conversations/{id}/turns/{turn}}: what a turn said is nowhere any more. */
class RedactionTest {
    private static final String SECRET = "zqxj";
    private static final String TURN =
            "{'turn_id': 'mine', 'user_input': 'My PIN is zqxj.', 'agent_response': 'zqxj noted.',"
                    + "'metadata': {'pin': 'zqxj'}, 'steps': [{'type': 'message', 'role': 'tool', 'content': 'zqxj'}],"
                    + "'attachments': [{'uri': 'https://example.com/zqxj', 'media_type': 'text/plain'}]}";

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
        api.post("/conversations/c/turns").json1(TURN).reply().hasStatus(201);
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            api.withTurn("c", "The oven broke, part " + i + ".", "I see.");
        }
    }

    private Reply redact(String turn) {
        return api.delete("/conversations/c/turns/" + turn).reply();
    }

    private long generation() {
        return api.get("/conversations/c").reply().number("generation");
    }

    /** Also where the turn has left the window and is in a sealed block. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 45})
    void whatItSaidIsNowhereAnyMore(int later) throws IOException {
        turns(later);
        api.post("/conversations/c/summaries").reply().hasStatus(201);
        assertThat(filesWithTheSecret()).isNotEmpty();
        long before = generation();
        assertThat(redact("1").hasStatus(204).body().isMissingNode()).isTrue();
        assertThat(generation()).isGreaterThan(before);
        for (String target : List.of(
                "",
                "/export",
                "/turns?limit=200",
                "/turns/1",
                "/turns/mine",
                "/context?query=pin&max_turns=100",
                "/search?q=pin&limit=50",
                "/search?q=zqxj")) {
            assertThat(api.get("/conversations/c" + target)
                            .reply()
                            .hasStatus(200)
                            .body()
                            .toString())
                    .as(target)
                    .doesNotContain(SECRET);
        }
        assertThat(api.get("/conversations").reply().body().toString()).doesNotContain(SECRET);
        assertThat(filesWithTheSecret()).isEmpty();
    }

    private List<Path> filesWithTheSecret() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(RedactionTest::holdsTheSecret)
                    .toList();
        }
    }

    private static boolean holdsTheSecret(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itsPlaceStays() {
        turns(2);
        JsonNode before = api.get("/conversations/c/turns/1").reply().body();
        redact("mine").hasStatus(204);
        Reply after = api.get("/conversations/c/turns/1").reply().hasStatus(200);
        for (String kept : List.of("turn_id", "turn_number", "timestamp")) {
            assertThat(after.body().path(kept)).as(kept).isEqualTo(before.path(kept));
        }
        assertThat(after.text("status")).isEqualTo("redacted");
        assertThat(after.text("user_input")).isEmpty();
        assertThat(after.text("agent_response")).isEmpty();
        for (String emptied : List.of("metadata", "steps", "attachments")) {
            assertThat(after.body().path(emptied)).as(emptied).isEmpty();
        }
        Reply statistics = api.get("/conversations/c").reply();
        assertThat(statistics.number("total_turns")).isEqualTo(3);
        assertThat(statistics.text("title")).isEqualTo("The oven broke, part 0.");
        assertThat(api.get("/conversations/c/search?q=oven").reply().body().path("results"))
                .hasSize(2);
    }

    @Test
    void aTitleThatTheCallerSetStays() {
        api.patch("/conversations/c").json1("{'title': 'About a PIN'}").reply().hasStatus(200);
        redact("1").hasStatus(204);
        assertThat(api.get("/conversations/c").reply().text("title")).isEqualTo("About a PIN");
        api.patch("/conversations/c").json1("{'title': null}").reply().hasStatus(200);
        assertThat(api.get("/conversations/c").reply().body().path("title").isNull())
                .isTrue();
    }

    @Test
    void aRepeatIsTheSame() {
        redact("1").hasStatus(204);
        redact("1").hasStatus(204);
        redact("mine").hasStatus(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "99999999999999999999999", "no-such-turn", "01-", "%20"})
    void whatIsNotThereCannotBeRedacted(String turn) {
        long before = generation();
        redact(turn).isProblem(404, "not-found");
        api.delete("/conversations/nowhere/turns/1").reply().isProblem(404, "not-found");
        api.delete("/conversations/c/turns/1").as("bob").reply().isProblem(404, "not-found");
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void itsIdIsNotToBeHadAgain() {
        turns(25);
        redact("mine").hasStatus(204);
        api.post("/conversations/c/turns").json1(TURN).reply().isProblem(409, "turn-gone");
    }

    @Test
    void theKeyByWhichItCameSaysSo() {
        String body = "{'message': 'My PIN is zqxj.', 'conversation_id': 'c'}";
        Sent chat = api.post("/chat").header("Idempotency-Key", "k").json1(body);
        String turn = chat.reply().hasStatus(200).text("message_id");
        Sent post = api.post("/conversations/c/turns")
                .header("Idempotency-Key", "k")
                .json1("{'user_input': 'zqxj', 'agent_response': ''}");
        long number = post.reply().hasStatus(201).number("turn_number");
        redact(turn).hasStatus(204);
        redact(Long.toString(number)).hasStatus(204);
        chat.reply().isProblem(409, "turn-gone");
        post.reply().isProblem(409, "turn-gone");
        assertThat(api.get("/conversations/c").reply().number("total_turns")).isEqualTo(3);
    }

    @Test
    void summariesAreMadeAnewOfWhatIsThere() {
        turns(3);
        api.post("/conversations/c/summaries")
                .json1("{'content': 'The PIN is zqxj, and the oven broke.', 'end_turn': 4}")
                .reply()
                .hasStatus(201);
        redact("1").hasStatus(204);
        JsonNode summary = api.get("/conversations/c/export").reply().body().at("/summaries/0");
        assertThat(summary.path("content").asText()).contains("The oven broke").doesNotContain(SECRET);
        assertThat(summary.path("end_turn").intValue()).isEqualTo(4);
    }

    @Test
    void followersBeginAgainAndTheConversationGoesOn() {
        long before = api.get("/conversations/c/turns").reply().number("generation");
        redact("1").hasStatus(204);
        assertThat(api.get("/conversations/c/turns?after=1").reply().number("generation"))
                .isGreaterThan(before);
        assertThat(api.post("/chat")
                        .json1("{'message': 'and now?', 'conversation_id': 'c'}")
                        .reply()
                        .hasStatus(200)
                        .number("turn_number"))
                .isEqualTo(2);
    }
}
