package dev.danamemory.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.store.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run says of what it did not do. */
class CleanupReportTest {
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
    void aDryRunTellsWhatWouldHappenAndWhyAndChangesNothing() {
        store.with("idle", "brief", daysAgo(1))
                .with("oldest", "default", daysAgo(91))
                .with("x", "gone", daysAgo(9));
        store.checkpoint = Optional.of("oldest");
        CleanupReport report = run(true);
        assertThat(store.changes).isEmpty();
        assertThat(store.checkpoint).hasValue("oldest");
        assertThat(report.isDryRun()).isTrue();
        assertThat(report.archived()).isEqualTo(1);
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.would())
                .containsExactly(
                        new Intent(
                                "#alice",
                                "idle",
                                Action.ARCHIVE,
                                "idle since 2026-11-21T13:00:00.000000Z; archive_after_days of agent brief is 0.5"),
                        new Intent(
                                "#alice",
                                "oldest",
                                Action.DELETE,
                                "idle since 2026-08-23T13:00:00.000000Z; delete_after_days of agent default is 90"));
    }

    @Test
    void aDryRunNamesNoMoreThanAThousand() {
        store.pageSize = 400;
        for (int i = 0; i < 1_001; i++) {
            store.with("c" + i, "default", daysAgo(91));
        }
        CleanupReport report = run(true);
        assertThat(report.deleted()).isEqualTo(1_001);
        assertThat(report.would()).hasSize(CleanupReport.MOST_NAMED);
    }

    @Test
    void whoseAgentIsNotDefinedIsSkippedAndReported() {
        store.with("a", "gone", daysAgo(99))
                .with("b", "gone", daysAgo(99))
                .with("c", "away", daysAgo(99))
                .with("d", "default", daysAgo(99));
        CleanupReport report = run(false);
        assertThat(store.changes).containsExactly("sweep", "delete d");
        assertThat(report.skipped()).isEqualTo(3);
        assertThat(report.notes())
                .containsExactly(
                        "skipped, for their agent is not defined any more: 1 of agent away",
                        "skipped, for their agent is not defined any more: 2 of agent gone");
    }

    @Test
    void aConversationOfNoAgentInParticularIsTheDefaultAgents() {
        store.with("a", null, daysAgo(91));
        SomeAgents others = new SomeAgents().with("other", 1.0, 1.0);
        CleanupReport report = new Cleanup(store, others, text -> text, InstantSource.fixed(NOW), 8)
                .run(false, Deadline.in(Duration.ofMinutes(1)), CleanupProgress.NONE);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.notes()).singleElement().asString().endsWith("1 of agent default");
    }

    @Test
    void withoutAnArchiveNothingIsArchivedAndTheReportSaysSo() {
        store.hasArchive = false;
        store.with("idle", "default", daysAgo(31)).with("oldest", "default", daysAgo(91));
        CleanupReport report = run(false);
        assertThat(store.changes).containsExactly("sweep", "delete oldest");
        assertThat(report.archived()).isZero();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("nothing is archived", "MEMORY_ARCHIVE", "default, brief");
        assertThat(run(true).notes()).hasSize(1);
    }

    @Test
    void whatNobodyAskedToArchiveIsNotMissed() {
        store.hasArchive = false;
        SomeAgents deleting = new SomeAgents().with("default", null, 1.0);
        assertThat(new Cleanup(store, deleting, text -> text, InstantSource.fixed(NOW), 8)
                        .run(false, Deadline.in(Duration.ofMinutes(1)), CleanupProgress.NONE)
                        .notes())
                .isEmpty();
    }
}
