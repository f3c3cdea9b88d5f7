package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Map<String, String> COMMON =
            Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "X-Correlation-Id", "r-1");

    @Test
    void everyAnswerHasTheCommonHeaders() {
        assertThat(Answer.noContent().headers("r-1")).isEqualTo(COMMON);
    }

    @Test
    void anAnswerWithABodyNamesItsTypeAndKeepsItsOwnHeaders() {
        Answer answer = Answer.created(JsonNodeFactory.instance.objectNode(), "/conversations/c");
        assertThat(answer.headers("r-1"))
                .containsAllEntriesOf(COMMON)
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Location", "/conversations/c")
                .hasSize(5);
    }
}
