package dev.danamemory.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContentionTest {
    private final Deadline far = Deadline.in(Duration.ofMinutes(14));
    private final AtomicInteger rounds = new AtomicInteger();

    private Optional<String> failing() {
        rounds.incrementAndGet();
        throw new BlobUnavailableException("it does not answer", null);
    }

    @Test
    void whoIsPatientGivesUpOneThingLongBeforeTheEnd() {
        Contention patient = new Contention(far).patient(Duration.ofMillis(50));

        assertThatThrownBy(() -> patient.settle(round -> failing()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the store does not answer: it does not answer");

        assertThat(rounds).hasValueGreaterThan(1);
        assertThat(far.left()).isGreaterThan(Duration.ofMinutes(13));
        assertThat(patient.hasTime()).as("for the next thing").isTrue();
        assertThat(patient.read(() -> "fine")).isEqualTo("fine");
    }

    @Test
    void theTimeCountsFromTheFirstFailure() {
        Contention impatient = new Contention(far).patient(Duration.ZERO);

        String settled = impatient.settle(round -> Optional.of("at once"));
        assertThat(settled).isEqualTo("at once");
        assertThatThrownBy(() -> impatient.settle(round -> failing())).isInstanceOf(StoreUnavailableException.class);
        assertThat(rounds).hasValue(1);
        assertThatThrownBy(() -> impatient.settle(round -> Optional.empty()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("too many writers at once");
    }

    @Test
    void noPatienceReachesBeyondTheEnd() {
        Contention soon = new Contention(Deadline.in(Duration.ofMillis(30))).patient(Duration.ofMinutes(14));

        assertThatThrownBy(() -> soon.settle(round -> failing())).isInstanceOf(StoreUnavailableException.class);
        assertThat(soon.deadline().left()).isGreaterThan(Duration.ofSeconds(-10));
    }

    @Test
    void withoutAWordItIsTheEndThatCounts() {
        Contention until = new Contention(far);
        AtomicInteger left = new AtomicInteger(5);

        String settled = until.settle(round -> left.decrementAndGet() > 0 ? failing() : Optional.of("settled"));
        assertThat(settled).isEqualTo("settled");
        assertThat(rounds).hasValue(4);
    }
}
