package dev.danamemory.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.SweepRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs that something fails in. */
class CleanupFailuresTest extends CleanupRuns {
    @Test
    void oneThatFailsIsListedAndRestsForADayAndTheOthersGoOn() {
        filled(4);
        failing("delete c1", new IllegalStateException("My oven is a Bosch."));
        CleanupReport report = run();
        assertThat(report.deleted()).isEqualTo(3);
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.failed()).containsExactly(new Failed("#alice", "c1", Action.DELETE, "internal-error"));
        assertThat(report.isDone()).isTrue();
        assertThat(store.postponed).containsOnlyKeys("c1").containsValue(NOW.plus(Duration.ofDays(1)));
        assertThat(heard).contains("failed c1").filteredOn("settled"::equals).hasSize(4);
        assertThat(report.toString()).doesNotContain("Bosch");
        assertThat(run().examined()).as("the next run does not try again").isEqualTo(1);
    }

    @Test
    void failuresAreToldApart() {
        filled(2);
        store.fault = called -> switch (called) {
            case "delete c0" -> Optional.of(unavailable());
            case "delete c1" -> Optional.of(new StoredDataUnreadableException("conversations/a/b.json", null, null));
            default -> Optional.empty();
        };
        assertThat(run().failed())
                .extracting(Failed::problem)
                .containsExactlyInAnyOrder("store-unavailable", "stored-data-unreadable");
    }

    @Test
    void whatCannotBePostponedIsListedAllTheSame() {
        filled(1);
        store.fault = called -> called.equals("sweep") || called.equals("idle") || called.startsWith("checkpoint")
                ? Optional.empty()
                : Optional.of(unavailable());
        CleanupReport report = run();
        assertThat(report.failed()).hasSize(1);
        assertThat(report.isDone()).isTrue();
    }

    @Test
    void noMoreThanAThousandFailuresAreNamed() {
        filled(1_003).pageSize = 500;
        store.fault = called -> called.startsWith("delete") ? Optional.of(unavailable()) : Optional.empty();
        CleanupReport report = run();
        assertThat(report.failures()).isEqualTo(1_003);
        assertThat(report.failed()).hasSize(CleanupReport.MOST_NAMED);
    }

    @Test
    void aSweepThatIsNotDoneOrFailsInPartIsTold() {
        filled(1);
        store.sweep = new SweepRun(2, 1, false);
        CleanupReport report = run();
        assertThat(report.swept()).isEqualTo(2);
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.isDone()).isFalse();
        assertThat(report.notes()).containsExactly("not all could be swept; left for the next run: 1");
    }

    @Test
    void aSweepThatFailsLeavesTheRestItsTurn() {
        filled(1);
        failing("sweep", unavailable());
        CleanupReport report = run();
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.isDone()).isFalse();
        assertThat(report.notes()).containsExactly("the sweep failed: store-unavailable");
    }

    @Test
    void aRunThatCouldDoNothingThrows() {
        filled(1);
        store.fault = called -> Optional.of(unavailable());
        assertThatThrownBy(this::run).isInstanceOf(StoreUnavailableException.class);
        failing("idle", new StoredDataUnreadableException("list/a/b.json", null, null));
        assertThatThrownBy(this::run).isInstanceOf(StoredDataUnreadableException.class);
    }

    @Test
    void aSweepThatFailsWhereThereIsNothingElseToDoThrows() {
        failing("sweep", unavailable());
        Cleanup cleanup = new Cleanup(store, new SomeAgents(), text -> text, InstantSource.fixed(NOW), 8);
        assertThatThrownBy(() -> cleanup.run(false, Deadline.in(Duration.ofMinutes(1)), progress))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void atMostEightAreWorkedOnAtATimeAndNoThreadIsLeft() throws InterruptedException {
        filled(64).pageSize = 64;
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // each eight wait for one another: fewer than eight at a time would never get on
        CyclicBarrier eight = new CyclicBarrier(8);
        store.outcome = id -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                eight.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                atWork.decrementAndGet();
            }
            return Optional.empty();
        };
        assertThat(run().deleted()).isEqualTo(64);
        assertThat(most).hasValue(8);
        noThreadIsLeft();
    }

    @Test
    void anErrorEndsTheRunAndLeavesNoThread() throws InterruptedException {
        filled(3);
        store.outcome = id -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(this::run).hasRootCauseInstanceOf(StackOverflowError.class);
        noThreadIsLeft();
    }
}
