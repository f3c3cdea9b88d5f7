package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CleanupCommandTest extends CommandTest {
    private final List<Boolean> dryRuns = new ArrayList<>();
    private List<Failed> failed = List.of();
    private List<Intent> would = List.of();
    private List<String> notes = List.of();
    private boolean isDone = true;

    @BeforeEach
    void script() {
        functions.cleanup = (isDryRun, deadline, progress) -> {
            assertThat(deadline.left()).isPositive();
            dryRuns.add(isDryRun);
            work(progress);
            return new CleanupReport(
                    isDryRun, 40, 3, 60, 1, 12, 2, failed, failed.size(), 0, would, notes, isDone, new Meter().use());
        };
    }

    private static void work(CleanupProgress progress) {
        progress.found(20, 2);
        progress.settled();
        progress.settled();
        progress.found(20, 2);
        progress.settled();
    }

    @Test
    void whatWasDoneIsToldInALine() {
        assertThat(run("cleanup")).isZero();
        assertThat(out).isEqualTo("archived: 3, deleted: 1, skipped: 2, failed: 0, looked at: 40\n");
        assertThat(err).isEmpty();
        assertThat(dryRuns).containsExactly(false);
    }

    @Test
    void aDryRunTellsWhatItWouldDoAndWhy() {
        would = List.of(
                new Intent("4f1a", "kitchen", Action.ARCHIVE, "idle since then"),
                new Intent("77aa", "garden", Action.DELETE, "idle for long"));
        assertThat(run("cleanup", "--dry-run")).isZero();
        assertThat(out).isEqualTo("""
                        would archive conversation kitchen (user 4f1a): idle since then
                        would delete conversation garden (user 77aa): idle for long
                        would be archived: 3, deleted: 1, skipped: 2, failed: 0, looked at: 40
                        """);
        assertThat(dryRuns).containsExactly(true);
    }

    @Test
    void whatFailedIsNamedAndIsAFailure() {
        failed = List.of(new Failed("4f1a", "kitchen", Action.DELETE, "stored-data-unreadable"));
        notes = List.of("the sweep failed: store-unavailable");
        assertThat(run("cleanup")).isEqualTo(1);
        assertThat(err).isEqualTo("""
                        the sweep failed: store-unavailable
                        can't delete conversation kitchen (user 4f1a): stored-data-unreadable
                        """);
        assertThat(out).contains("failed: 1");
    }

    @Test
    void aRunThatDidNotComeToItsEndSaysSo() {
        isDone = false;
        assertThat(run("cleanup")).isEqualTo(1);
        assertThat(err).isEqualTo("It is not all done; the same command goes on.\n");
    }

    @Test
    void aPersonSeesABarThatIsGoneInTheEnd() {
        isInteractive = true;
        assertThat(run("cleanup")).isZero();
        assertThat(err)
                .startsWith("\r[                              ] 0/2, looked at 20")
                .contains("\r[##############################] 2/2, looked at 20")
                .contains("\r[######################        ] 3/4, looked at 40")
                .endsWith(" \r");
        assertThat(out).isEqualTo("archived: 3, deleted: 1, skipped: 2, failed: 0, looked at: 40\n");
    }

    @Test
    void aStoreThatIsOutOfReachIsAFailure() {
        functions.cleanup = (isDryRun, deadline, progress) -> {
            throw new StoreUnavailableException("secret", Duration.ofSeconds(1), null);
        };
        assertThat(run("cleanup")).isEqualTo(1);
        assertThat(err).isEqualTo("The store can't be reached now; try again.\n");
    }

    @Test
    void nothingElseIsTaken() {
        assertThat(run("cleanup", "everything")).isEqualTo(2);
        assertThat(run("cleanup", "--dryrun")).isEqualTo(2);
        assertThat(dryRuns).isEmpty();
    }
}
