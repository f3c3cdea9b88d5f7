package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets that the query alone, or the query and the newest turn, do not fit into. */
class TightBudgetTest {
    @Test
    void aQueryThatFitsOnlyAloneIsToldWhatWouldDo(@TempDir Path other) {
        TestApi wide = TestApi.in(other).withTurn("kitchen", "oven ".repeat(2_000), "warm ".repeat(2_000));
        String query = "word ".repeat(240);
        String problem = wide.post("/conversations/kitchen/context")
                .json1("{'query': '" + query + "', 'token_budget': 256}")
                .reply()
                .isFaultOf("query")
                .body()
                .at("/errors/0/problem")
                .asText();
        assertThat(problem).contains("the newest turn", "max_turns 0").doesNotContain("alone");
        String least = problem.replaceFirst(".*at least ([0-9]+).*", "$1");
        wide.post("/conversations/kitchen/context")
                .json1("{'query': '" + query + "', 'token_budget': " + least + "}")
                .reply()
                .hasStatus(200);
        String alone = wide.post("/conversations/kitchen/context")
                .json1("{'query': '" + query + query + "', 'token_budget': 256}")
                .reply()
                .isFaultOf("query")
                .body()
                .at("/errors/0/problem")
                .asText();
        assertThat(alone).contains("alone", "at least 4").doesNotContain("newest");
    }
}
