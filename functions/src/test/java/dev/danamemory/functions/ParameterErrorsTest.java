package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows 400 and 422 of the error table where they are about query parameters, and about many fields at once. */
class ParameterErrorsTest {
    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    @Nested
    class Row400 {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/conversations?limit=ten",
                    "/conversations?limit=1.0",
                    "/conversations?limit=",
                    "/conversations?limit=5&limit=6",
                    "/conversations?agent_id=%FF",
                    "/conversations?cursor=%zz",
                    "/conversations/kitchen/turns?after=a",
                    "/conversations/kitchen/turns?before=newest",
                    "/conversations/kitchen/turns?limit=+5",
                    "/conversations/kitchen/context?query=x&max_turns=many",
                    "/conversations/kitchen/context?query=x&include_summaries=yes",
                    "/conversations/kitchen/context?query=%C3",
                    "/conversations/kitchen/search?q=a&q=b",
                })
        void parameterThatCannotBeRead(String target) {
            api.get(target).reply().isProblem(400, "bad-request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "", "!!!!", "bm90aGluZw", "eyJhIjoxfQ=="})
        void badCursor(String cursor) {
            api.get("/conversations?cursor=" + cursor).reply().isProblem(400, "bad-request");
        }
    }

    @Nested
    class Row422 {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit /conversations?limit=0",
                    "limit /conversations?limit=101",
                    "limit /conversations?limit=-1",
                    "limit /conversations?limit=99999999999999999999",
                    "status /conversations?status=deleted",
                    "status /conversations?status=ACTIVE",
                    "agent_id /conversations?agent_id=a%20b",
                    "limit /conversations/kitchen/turns?limit=0",
                    "limit /conversations/kitchen/turns?limit=201",
                    "after /conversations/kitchen/turns?after=-1",
                    "before /conversations/kitchen/turns?before=0",
                    "before /conversations/kitchen/turns?before=latest&after=0",
                    "before /conversations/kitchen/turns?before=5&after=5",
                    "query /conversations/kitchen/context",
                    "max_turns /conversations/kitchen/context?query=&max_turns=-1",
                    "max_turns /conversations/kitchen/context?query=&max_turns=101",
                    "relevant_turns /conversations/kitchen/context?query=&relevant_turns=101",
                    "token_budget /conversations/kitchen/context?query=&token_budget=255",
                    "token_budget /conversations/kitchen/context?query=&token_budget=200001",
                    "task_type /conversations/kitchen/context?query=&task_type=",
                    "task_type /conversations/kitchen/context?query=&task_type=a.b",
                    "q /conversations/kitchen/search",
                    "q /conversations/kitchen/search?q=%20",
                    "limit /conversations/kitchen/search?q=a&limit=51",
                    "limit /conversations/kitchen/search?q=a&limit=0",
                })
        void parameterMissingUnknownOrOutOfRange(String fieldAndTarget) {
            String[] parts = fieldAndTarget.split(" ", -1);
            api.get(parts[1]).reply().isFaultOf(parts[0]);
        }

        @Test
        void queriesOfOver2KibInAGet() {
            String most = "%C3%A9".repeat(1024);
            for (String target : new String[] {"context?query=", "search?q="}) {
                api.get("/conversations/kitchen/" + target + most).reply().hasStatus(200);
                api.get("/conversations/kitchen/" + target + most + "x")
                        .reply()
                        .isFaultOf(target.substring(target.indexOf('?') + 1, target.length() - 1));
            }
        }

        @Test
        void allFaultsAreNamedAtOnce() {
            Reply reply = api.post("/chat")
                    .json1("{'message': ' ', 'agent_id': '?', 'context': 1, 'max_context_turns': -1}")
                    .reply()
                    .isProblem(422, "invalid");
            assertThat(reply.body().path("errors").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("message", "agent_id", "context", "max_context_turns");
        }
    }
}
