package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a provider's answers by their status. */
class StatusTest {
    private static final String ERROR = "{\"error\": {\"message\": \"(private) What is my cat's name?\"}}";

    private FakeProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private void fails(Kind kind, String message) {
        AgentException failure = Asking.at(provider.url()).failure();
        assertThat(failure).hasMessage(message);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 413, 422, 499})
    void clientErrorsFailAtOnce(int status) {
        provider.answers(status, ERROR).says("not asked for");

        fails(Kind.FAILED, "the agent's provider answered " + status);
        assertThat(provider.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws IOException {
        try (FakeProvider other = new FakeProvider().says("I am somebody else.")) {
            provider.answers(status, Map.of("Location", other.url() + "/chat/completions"), ERROR);

            fails(Kind.FAILED, "the agent's provider answered " + status + ", a redirect, which is not followed");
            assertThat(other.received()).isEmpty();
            assertThat(provider.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 529})
    void aServerErrorIsTriedOnceMore(int status) {
        provider.answers(status, ERROR).says("Tom.");

        assertThat(Asking.at(provider.url()).reply().response()).isEqualTo("Tom.");
        assertThat(provider.received()).hasSize(2);
        assertThat(provider.received().get(1).body())
                .isEqualTo(provider.received().get(0).body());
    }

    @Test
    void twoServerErrorsAreAFailure() {
        provider.answers(500, ERROR).answers(503, ERROR).says("too late");

        fails(Kind.FAILED, "the agent's provider answered 503");
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void withoutTimeForThePauseNothingIsTriedAgain() {
        provider.answers(500, "").says("too late");

        AgentException failure =
                Asking.at(provider.url()).within(Duration.ofMillis(190)).failure();

        // on a slow machine even the first try may be too much
        assertThat(failure.kind()).isIn(Kind.FAILED, Kind.TIMEOUT);
        assertThat(provider.received()).hasSizeLessThan(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            20                            | 20
            Sun, 22 Nov 2026 13:00:30 GMT | 30
            """)
    void throttledWithATime(String header, int seconds) {
        provider.answers(429, Map.of("Retry-After", header), ERROR).says("not asked for");

        AgentException failure = Asking.at(provider.url()).failure();

        assertThat(failure).hasMessage("the agent's provider throttles");
        assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(provider.received()).hasSize(1);
    }

    @Test
    void throttledWithoutATime() {
        provider.answers(429, ERROR);

        AgentException failure = Asking.at(provider.url()).failure();

        assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failure.retryAfter()).isNull();
    }

    @Test
    void throttledAfterAServerError() {
        provider.answers(500, ERROR).answers(429, Map.of("Retry-After", "3"), ERROR);

        assertThat(Asking.at(provider.url()).failure().retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anEmptySuccessIsAFailure() {
        provider.answers(204, "");

        fails(Kind.FAILED, "the answer of the agent's provider is not JSON that can be read");
    }

    @Test
    void anyOtherSuccessIsReadAsOne() {
        provider.answers(201, FakeProvider.completion("Tom."));

        assertThat(Asking.at(provider.url()).reply().response()).isEqualTo("Tom.");
    }
}
