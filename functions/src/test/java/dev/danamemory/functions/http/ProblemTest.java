package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.FieldFault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @Test
    void documentHasItsMembersInOrder() {
        Answer answer = Problem.invalid(List.of(new FieldFault("a", "is required"), new FieldFault("", "is odd")))
                .with("more", TextNode.valueOf("x"))
                .answer("id-1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(JsonWriter.text(Objects.requireNonNull(answer.body())))
                .isEqualTo("{\"type\":\"/problems/invalid\",\"title\":\"Invalid\",\"status\":422,"
                        + "\"detail\":\"2 fields are at fault: a is required\",\"correlation_id\":\"id-1\","
                        + "\"errors\":[{\"field\":\"a\",\"problem\":\"is required\"},{\"field\":\"\",\"problem\":\"is odd\"}],"
                        + "\"more\":\"x\"}");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "90000, 90"})
    void retryAfterIsInWholeSeconds(long millis, String header) {
        assertThat(Problem.storeUnavailable(Duration.ofMillis(millis))
                        .answer("")
                        .headers())
                .containsEntry("Retry-After", header);
    }

    @Test
    void problemsOfTheRunner() {
        assertThat(Problem.misdirected("use 127.0.0.1").status()).isEqualTo(421);
        assertThat(Problem.misdirected("use 127.0.0.1").slug()).isEqualTo("misdirected");
        assertThat(Conflicts.turnGone().slug()).isEqualTo("turn-gone");
    }
}
