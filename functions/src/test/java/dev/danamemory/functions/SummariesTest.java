package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentReply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code POST /conversations/{id}/summaries}. */
class SummariesTest {
    @TempDir
    Path folder;

    private final TestAgents agents = new TestAgents();
    private TestApi api;

    @BeforeEach
    void open() {
        agents.summarisedBy("talker", "writer");
        api = TestApi.in(folder, agents);
        for (int i = 1; i <= 5; i++) {
            api.withTurn("c", "Oven number " + i + " broke.", "I see.");
        }
    }

    private Reply summarise(String body) {
        return api.post("/conversations/c/summaries").json1(body).reply();
    }

    private long count() {
        return api.get("/conversations/c").reply().number("summary_count");
    }

    @Test
    void summaryHasAllFields() {
        Reply reply = summarise("{}").hasStatus(201);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "summary_id",
                        "created_at",
                        "turn_count",
                        "content",
                        "start_turn",
                        "end_turn",
                        "start_timestamp",
                        "end_timestamp");
        assertThat(List.of(reply.number("start_turn"), reply.number("end_turn"), reply.number("turn_count")))
                .containsExactly(1L, 5L, 5L);
        assertThat(reply.text("content")).contains("User: Oven number 1 broke.").doesNotContain("\n");
        assertThat(reply.text("created_at")).isEqualTo("2026-11-22T13:00:00.123456Z");
        assertThat(reply.text("start_timestamp")).isEqualTo("2026-11-22T13:00:00.123456Z");
    }

    @Test
    void contextExportAndStatisticsShowIt() {
        String content = summarise("{'end_turn': 2, 'content': 'Two ovens.\\nBroken.'}")
                .hasStatus(201)
                .text("content");
        assertThat(content).isEqualTo("Two ovens.\nBroken.");
        Reply context = api.get("/conversations/c/context?query=x").reply();
        assertThat(context.text("text")).contains("Previous conversation summary:\n- " + content);
        assertThat(context.body().at("/summaries/0/end_turn").intValue()).isEqualTo(2);
        assertThat(api.get("/conversations/c/export")
                        .reply()
                        .body()
                        .at("/summaries/0/content")
                        .asText())
                .isEqualTo(content);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theBodyMayBeLeftOut() {
        api.post("/conversations/c/summaries").reply().hasStatus(201);
        summarise("{'end_turn': null, 'content': null}").isProblem(422, "invalid");
    }

    @Test
    void ranges() {
        Reply first = summarise("{'end_turn': 3, 'content': 'a'}").hasStatus(201);
        assertThat(summarise("{'end_turn': 3, 'content': 'a'}").hasStatus(200).body())
                .isEqualTo(first.body());
        assertThat(summarise("{'end_turn': 3}").hasStatus(200).body()).isEqualTo(first.body());
        summarise("{'end_turn': 3, 'content': 'b'}").isProblem(409, "range");
        summarise("{'end_turn': 2}").isProblem(409, "range");
        assertThat(summarise("{'end_turn': 6}").isFaultOf("end_turn").text("detail"))
                .contains("5");
        assertThat(summarise("{}").hasStatus(201).number("start_turn")).isEqualTo(4);
        assertThat(summarise("{}").isProblem(422, "invalid").text("detail")).contains("nothing to summarise");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anEmptyConversationHasNothingToSummarise() {
        api.post("/conversations").json1("{'conversation_id': 'c2'}").reply().hasStatus(201);
        api.post("/conversations/c2/summaries").reply().isProblem(422, "invalid");
        api.post("/conversations/c2/summaries")
                .json1("{'content': 'a', 'end_turn': 1}")
                .reply()
                .isFaultOf("end_turn");
    }

    @Test
    void failedTurnsSayNothing() {
        for (String message : List.of("Confidential", "Confidential too")) {
            api.post("/chat")
                    .json1("{'message': '" + message + "', 'conversation_id': 'c', 'agent_id': 'failing'}")
                    .reply()
                    .isProblem(502, "agent-failed");
        }
        summarise("{'end_turn': 5}").hasStatus(201);
        summarise("{}").isProblem(422, "invalid");
        api.withTurn("c", "Oven number 6 broke.", "I see.");
        assertThat(summarise("{}").hasStatus(201).text("content"))
                .contains("number 6")
                .doesNotContain("Confidential");
    }

    @Test
    void afterDanasOwnItGoesOnWithTheFirstNewerTurn() {
        api.put("/conversations/d")
                .json1("{'history': [{'user_input': 'a', 'agent_response': 'b', 'timestamp': '2026-01-01T00:00:00'},"
                        + "{'user_input': 'c', 'agent_response': 'd', 'timestamp': '2026-01-02T00:00:00'}],"
                        + "'summaries': [{'summary_id': 's', 'created_at': '2026-01-01T00:00:00', 'turn_count': 1,"
                        + "'content': 'Dana', 'start_timestamp': '2026-01-01T00:00:00',"
                        + "'end_timestamp': '2026-01-01T00:00:00'}], 'metadata': {'total_turns': 12}}")
                .reply()
                .hasStatus(201);
        Sent whole = api.post("/conversations/d/summaries");
        api.post("/conversations/d/summaries").json1("{'end_turn': 11}").reply().isProblem(409, "range");
        api.post("/conversations/d/summaries").json1("{'end_turn': 10}").reply().isProblem(422, "invalid");
        Reply reply = whole.reply().hasStatus(201);
        assertThat(List.of(reply.number("start_turn"), reply.number("end_turn")))
                .containsExactly(12L, 12L);
    }

    @Test
    void theConversationsAgentSaysWhoSummarises() {
        agents.with("writer", request -> new AgentReply(" Ovens broke. ", List.of()));
        api.post("/conversations")
                .json1("{'conversation_id': 't', 'agent_id': 'talker'}")
                .reply()
                .hasStatus(201);
        api.withTurn("t", "The oven broke.", "I see.");
        assertThat(api.post("/conversations/t/summaries").reply().hasStatus(201).text("content"))
                .isEqualTo("Ovens broke.");
        assertThat(agents.requests().getFirst().message()).contains("] User: The oven broke.");
    }
}
