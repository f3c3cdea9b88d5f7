package dev.danamemory.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Retirement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs that end before they are done, and those that go on. */
class CleanupTimeTest extends CleanupRuns {
    @Test
    void withoutTimeNothingIsBegun() {
        filled(1);
        store.checkpoint = Optional.of("b");
        CleanupReport report = run(Deadline.in(Duration.ZERO));
        assertThat(store.queries).isEmpty();
        assertThat(store.changes).containsExactly("sweep");
        assertThat(report.isDone()).isFalse();
        assertThat(store.checkpoint).hasValue("b");
    }

    @Test
    void whenTimeIsUpItStopsBehindTheLastPageThatIsSettledAndTheNextRunGoesOn() {
        filled(9);
        // a page and its three, a page and one of its three
        CleanupReport report = run(after(6));
        assertThat(report.isDone()).isFalse();
        assertThat(report.deleted()).isEqualTo(4);
        assertThat(store.checkpoint).hasValue("c2");

        CleanupReport rest = run();
        assertThat(store.queries.getLast().position()).isNotNull();
        assertThat(rest.deleted()).isEqualTo(5);
        assertThat(rest.examined())
                .as("what lies before is not looked at again")
                .isEqualTo(5);
        assertThat(rest.isDone()).isTrue();
        assertThat(store.checkpoint).isEmpty();
        assertThat(store.conversations).isEmpty();
    }

    @Test
    void whatStopsInItsFirstPageLeavesNoCheckpoint() {
        filled(3);
        assertThat(run(after(2)).isDone()).isFalse();
        assertThat(store.changes).containsExactly("sweep", "delete c0");
    }

    @Test
    void aRunToTheEndFromTheBeginningWritesNoCheckpoint() {
        filled(9);
        run();
        assertThat(store.changes).noneMatch(change -> change.startsWith("checkpoint"));
    }

    @Test
    void oneThatIsUnfinishedIsGoneOnWith() {
        filled(3);
        store.outcome = id -> id.equals("c1") ? Optional.of(new Retirement.Unfinished()) : Optional.empty();
        CleanupReport report = run();
        assertThat(report.isDone()).isFalse();
        assertThat(report.deleted()).isEqualTo(2);
        assertThat(report.failures()).isZero();
        store.outcome = id -> Optional.empty();
        assertThat(run().isDone()).isTrue();
        assertThat(store.conversations).isEmpty();
    }

    @Test
    void aStoreThatGivesUpForWantOfTimeIsNotAtFault() {
        filled(1);
        failing("delete c0", unavailable());
        CleanupReport report = run(after(2));
        assertThat(report.failures()).isZero();
        assertThat(report.isDone()).isFalse();
        assertThat(store.postponed).isEmpty();
    }

    @Test
    void aCheckpointThatCannotBeStoredIsToldAndCostsNothingElse() {
        filled(6);
        failing("checkpoint to write", unavailable());
        CleanupReport report = run(after(5));
        assertThat(report.deleted()).isEqualTo(3);
        assertThat(report.notes()).containsExactly("where to go on could not be stored: store-unavailable");
    }

    @Test
    void aRunThatBreaksOffLaterReportsWhatItDidAndTheNextGoesOn() {
        filled(9);
        AtomicInteger pages = new AtomicInteger();
        store.fault = called ->
                called.equals("idle") && pages.incrementAndGet() == 3 ? Optional.of(unavailable()) : Optional.empty();
        CleanupReport report = run();
        assertThat(report.deleted()).isEqualTo(6);
        assertThat(report.isDone()).isFalse();
        assertThat(report.notes()).containsExactly("stopped before the end: store-unavailable");
        assertThat(store.checkpoint).hasValue("c5");
        assertThat(run().deleted()).isEqualTo(3);
    }
}
