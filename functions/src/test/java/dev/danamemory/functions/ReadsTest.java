package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Context, search, agents and health. */
class ReadsTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder);
        for (int i = 1; i <= 7; i++) {
            api.withTurn("c", "question " + i, "answer " + i);
        }
    }

    @Test
    void contextHasAllFields() {
        Reply reply = api.get("/conversations/c/context?query=now").reply().hasStatus(200);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly(
                        "conversation_id",
                        "query",
                        "text",
                        "messages",
                        "turns",
                        "summaries",
                        "tokens",
                        "token_budget",
                        "tokenizer",
                        "total_turns");
        assertThat(reply.text("conversation_id")).isEqualTo("c");
        assertThat(reply.number("token_budget")).isEqualTo(2000);
        assertThat(reply.text("tokenizer")).isEqualTo("o200k_base");
        assertThat(reply.number("total_turns")).isEqualTo(7);
        assertThat(reply.number("tokens")).isBetween(1L, 2000L);
        JsonNode turn =
                reply.body().path("turns").get(reply.body().path("turns").size() - 1);
        assertThat(turn.fieldNames()).toIterable().containsExactly("turn_id", "turn_number", "reason", "tokens", "cut");
        assertThat(turn.path("turn_number").intValue()).isEqualTo(7);
        assertThat(turn.path("reason").asText()).isEqualTo("recent");
        assertThat(turn.path("cut").booleanValue()).isFalse();
    }

    @Test
    void contextByDanasRules() {
        Reply reply = api.get(
                        "/conversations/c/context?query=Is+it+%F0%9F%98%80%3F&max_turns=1&relevant_turns=0&token_budget=0"
                                + "&include_summaries=false")
                .reply()
                .hasStatus(200);
        assertThat(reply.text("text"))
                .isEqualTo("Recent conversation:\n[2026-11-22] User: question 7\n[2026-11-22] Assistant: answer 7\n\n"
                        + "Current user query: Is it \ud83d\ude00?");
        assertThat(reply.number("token_budget")).isZero();
    }

    @Test
    void getAndPostGiveTheSame() {
        Reply get = api.get(
                        "/conversations/c/context?query=oven&max_turns=2&task_type=a+b&token_budget=300&relevant_turns=1")
                .reply()
                .hasStatus(200);
        Reply post = api.post("/conversations/c/context")
                .json1(
                        "{'query': 'oven', 'max_turns': 2, 'task_type': 'a b', 'token_budget': 300, 'relevant_turns': 1}")
                .reply();
        assertThat(post).isEqualTo(get);
        assertThat(get.text("text")).contains("Task type: a b");
    }

    @Test
    void queryMayBeEmptyAndMaxTurnsZero() {
        Reply reply = api.get("/conversations/c/context?query=&max_turns=0&relevant_turns=0")
                .reply()
                .hasStatus(200);
        assertThat(reply.body().path("turns")).isEmpty();
        assertThat(reply.text("text")).endsWith("Current user query: ");
    }

    @Test
    void stepsAreShownOnDemand() {
        api.post("/conversations/c/turns")
                .json1("{'user_input': 'a', 'agent_response': 'b', 'steps': ["
                        + "{'type': 'tool_call', 'id': '1', 'name': 'look', 'arguments': {}},"
                        + "{'type': 'tool_result', 'id': '1', 'content': 'seen'}]}")
                .reply()
                .hasStatus(201);
        String target = "/conversations/c/context?query=x&include_steps=";
        assertThat(api.get(target + "true").reply().body().path("messages").toString())
                .contains("tool_calls");
        assertThat(api.get(target + "false").reply().body().path("messages").toString())
                .doesNotContain("tool_calls");
    }

    @Test
    void contextOver4MibAsksForABudget() {
        for (int i = 0; i < 18; i++) {
            api.withTurn("large", "x".repeat(256 * 1024), "");
        }
        String target = "/conversations/large/context?query=x&max_turns=18&relevant_turns=0&token_budget=";
        api.get(target + "0").reply().isFaultOf("token_budget");
        api.get(target + "256").reply().hasStatus(200);
    }

    @Test
    void searchGoesThroughTheWholeHistory() {
        for (int i = 1; i <= 45; i++) {
            api.withTurn("long", i == 2 ? "the Oven\u0301 hums" : "nothing " + i, "yes");
        }
        Reply reply = api.get("/conversations/long/search?q=oven%CC%81").reply().hasStatus(200);
        JsonNode hit = reply.body().path("results").get(0);
        assertThat(hit.fieldNames()).toIterable().containsExactly("conversation_id", "turn", "score", "snippet");
        assertThat(hit.path("conversation_id").asText()).isEqualTo("long");
        assertThat(hit.at("/turn/turn_number").intValue()).isEqualTo(2);
        assertThat(hit.at("/turn/steps").isArray()).isTrue();
        assertThat(hit.path("score").doubleValue()).isPositive();
        assertThat(hit.path("snippet").asText()).contains("Oven\u0301");
    }

    @Test
    void searchIsLimited() {
        assertThat(api.get("/conversations/c/search?q=question").reply().body().path("results"))
                .hasSize(5);
        assertThat(api.get("/conversations/c/search?q=question&limit=2")
                        .reply()
                        .body()
                        .path("results"))
                .hasSize(2);
        assertThat(api.get("/conversations/c/search?q=nowhere")
                        .reply()
                        .hasStatus(200)
                        .body()
                        .path("results"))
                .isEmpty();
        assertThat(api.post("/conversations/c/search")
                        .json1("{'q': 'question', 'limit': 2}")
                        .reply())
                .isEqualTo(api.get("/conversations/c/search?q=question&limit=2").reply());
    }

    @Test
    void searchEndsEarlyAt4Mib() {
        for (int i = 0; i < 18; i++) {
            api.withTurn("large", "oven " + "x".repeat(250_000), "");
        }
        Reply reply =
                api.get("/conversations/large/search?q=oven&limit=50").reply().hasStatus(200);
        assertThat(reply.body().path("results").size()).isBetween(10, 17);
    }

    @Test
    void emptyConversationHasNothingToFind() {
        api.post("/conversations").json1("{'conversation_id': 'e'}").reply().hasStatus(201);
        assertThat(api.get("/conversations/e/search?q=x")
                        .reply()
                        .hasStatus(200)
                        .body()
                        .path("results"))
                .isEmpty();
        assertThat(api.get("/conversations/e/context?query=x")
                        .reply()
                        .hasStatus(200)
                        .text("text"))
                .isEqualTo("Current user query: x");
    }

    @Test
    void agentsAreShownWithoutTheirSecrets() {
        Reply reply = api.get("/agents").reply().hasStatus(200);
        JsonNode agent = reply.body().at("/agents/0");
        assertThat(agent.fieldNames()).toIterable().containsExactly("id", "name", "description", "memory");
        assertThat(agent.path("memory").toString())
                .isEqualTo(
                        "{\"window\":20,\"max_turns\":5,\"relevant_turns\":3,\"token_budget\":2000,\"include_summaries\":true,"
                                + "\"summarize_every\":20,\"summarizer\":\"rules\",\"session_minutes\":30,\"archive_after_days\":null,"
                                + "\"delete_after_days\":null}");
        assertThat(reply.body().toString()).doesNotContain("SECRET");
        assertThat(reply.body().findValuesAsText("id")).startsWith("default", "shop-assistant");
    }

    @Test
    void healthNeedsNobody() {
        for (String path : List.of("/health", "/health/", "/health?x=1")) {
            assertThat(api.get(path).as(null).reply().hasStatus(200).body().toString())
                    .isEqualTo("{\"status\":\"ok\"}");
        }
    }
}
