package dev.danamemory.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdleQuery.Cutoffs;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.SweepRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run does that nothing gets in the way of. */
class CleanupTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

    private final FakeUpkeep store = new FakeUpkeep();
    private final SomeAgents agents = new SomeAgents()
            .with("default", 30.0, 90.0)
            .with("brief", 0.5, null)
            .with("for-ever", null, null);

    private CleanupReport run(boolean isDryRun) {
        return new Cleanup(store, agents, text -> "#" + text, InstantSource.fixed(NOW), 8)
                .run(isDryRun, Deadline.in(Duration.ofMinutes(1)), CleanupProgress.NONE);
    }

    private static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    @Test
    void everyAgentsCutoffsAreOfTodaysSettings() {
        run(false);
        assertThat(store.queries.getFirst().cutoffs())
                .isEqualTo(Map.of(
                        "default", new Cutoffs(daysAgo(30), daysAgo(90)),
                        "brief", new Cutoffs(NOW.minus(Duration.ofHours(12)), null),
                        "for-ever", new Cutoffs(null, null)));
    }

    @Test
    void whatIsIdleLongEnoughIsArchivedAndLongerIsDeleted() {
        store.with("fresh", "default", daysAgo(29))
                .with("idle", "default", daysAgo(30))
                .with("old", null, daysAgo(89))
                .with("oldest", "default", daysAgo(90))
                .with("brief", "brief", daysAgo(1))
                .with("brief-fresh", "brief", NOW.minus(Duration.ofHours(11)))
                .with("for-ever", "for-ever", daysAgo(36_000));
        CleanupReport report = run(false);
        assertThat(store.changes)
                .containsExactlyInAnyOrder("sweep", "archive idle", "archive old", "delete oldest", "archive brief");
        assertThat(report)
                .returns(7L, CleanupReport::examined)
                .returns(3L, CleanupReport::archived)
                .returns(30L, CleanupReport::archivedTurns)
                .returns(1L, CleanupReport::deleted)
                .returns(10L, CleanupReport::deletedTurns)
                .returns(0L, CleanupReport::skipped)
                .returns(0L, CleanupReport::failures)
                .returns(true, CleanupReport::isDone)
                .returns(false, CleanupReport::isDryRun);
        assertThat(report.failed()).isEmpty();
        assertThat(report.would()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void zeroDaysIsWhatIsIdleNow() {
        agents.with("now", null, 0.0);
        store.with("this-moment", "now", NOW).with("later", "now", NOW.plusMillis(1));
        run(false);
        assertThat(store.changes).containsExactly("sweep", "delete this-moment");
    }

    @Test
    void whatIsArchivedIsNotArchivedAgainButDeletedInTime() {
        store.with("archived", "default", ConversationStatus.ARCHIVED, daysAgo(60))
                .with("archived-long", "default", ConversationStatus.ARCHIVED, daysAgo(91));
        run(false);
        assertThat(store.changes).containsExactly("sweep", "delete archived-long");
        run(false);
        assertThat(store.changes).containsExactly("sweep", "delete archived-long", "sweep");
    }

    @Test
    void theWindowStaysHotAndNeverLessThanTwentyTurns() {
        agents.with("small", 5, 1.0, null).with("large", 200, 1.0, null);
        store.with("a", "small", daysAgo(2));
        run(false);
        store.with("b", "large", daysAgo(2));
        run(false);
        assertThat(store.kept).containsExactly(20, 200);
    }

    @Test
    void whereNothingIsEverDueNothingIsLookedFor() {
        SomeAgents lasting = new SomeAgents().with("default", null, null);
        store.with("old", "default", daysAgo(36_000));
        store.sweep = new SweepRun(3, 0, true);
        CleanupReport report = new Cleanup(store, lasting, text -> text, InstantSource.fixed(NOW), 8)
                .run(false, Deadline.in(Duration.ofMinutes(1)), CleanupProgress.NONE);
        assertThat(store.queries).isEmpty();
        assertThat(report.swept()).isEqualTo(3);
        assertThat(report.examined()).isZero();
        assertThat(report.isDone()).isTrue();
    }

    @Test
    void whatIsInUseAfterAllOrGoneIsSkipped() {
        store.with("used", "default", daysAgo(91)).with("gone", "default", daysAgo(91));
        store.outcome = id -> Optional.of(id.equals("used") ? new Retirement.InUse() : new Retirement.Absent());
        CleanupReport report = run(false);
        assertThat(report.skipped()).isEqualTo(2);
        assertThat(report.deleted()).isZero();
        assertThat(report.isDone()).isTrue();
        assertThat(store.postponed).isEmpty();
    }

    @Test
    void twoRunsAtOnceDoEverythingOnce() throws Exception {
        store.pageSize = 50;
        for (int i = 0; i < 200; i++) {
            store.with("c" + i, "default", daysAgo(i % 2 == 0 ? 91 : 31));
        }
        Thread other = Thread.ofPlatform().start(() -> run(false));
        run(false);
        other.join();
        assertThat(store.changes)
                .filteredOn(change -> change.startsWith("delete"))
                .hasSize(100)
                .doesNotHaveDuplicates();
        assertThat(store.conversations).hasSize(100);
        assertThat(store.conversations.values()).allMatch(one -> one.status() == ConversationStatus.ARCHIVED);
    }
}
