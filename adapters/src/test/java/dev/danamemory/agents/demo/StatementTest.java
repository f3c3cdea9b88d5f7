package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.agents.demo.Statement.Match;
import dev.danamemory.model.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static Summary summary(Long start, Long end, String from, String to) {
        return new Summary("s", null, "", 2, start, end, from, to, Map.of());
    }

    @Test
    void aSummaryIsNamedByItsTurnsElseByItsDays() {
        assertThat(Statement.of(summary(21L, 40L, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"), "x")
                        .source())
                .isEqualTo("A summary of turns 21 to 40 says");
        assertThat(Statement.of(summary(null, null, "2026-11-01T00:00:00Z", "2026-11-02"), "x")
                        .source())
                .isEqualTo("A summary of 2026-11-01 to 2026-11-02 says");
        assertThat(Statement.of(summary(21L, null, null, "2026-11-02"), "x").source())
                .isEqualTo("A summary of earlier turns says");
    }

    @Test
    void quotesAreVerbatim() {
        String text = "He said: \"no\"\nand left \u202E.";
        assertThat(Statement.justNow(text).quoted()).isEqualTo("You told me just now: \"" + text + '"');
    }

    @Test
    void aMatchQuotesAroundItsPlace() {
        Statement statement = Statement.justNow("a".repeat(500) + "oven");
        assertThat(new Match(statement, 1, 500, null).quoted()).endsWith("aoven\"");
        assertThat(statement.quoted()).endsWith("a…\"");
    }

    @Test
    void aMatchIsWholeWhenNothingIsMissing() {
        assertThat(new Match(Statement.justNow("a"), 1, 0, null).isWhole()).isTrue();
        assertThat(new Match(Statement.justNow("a"), 1, 0, "\"b\"").isWhole()).isFalse();
    }
}
