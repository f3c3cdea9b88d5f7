package dev.danamemory.local.cli;

import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.store.StoreUnavailableException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the schedule does in the cloud. */
@Command(
        name = "cleanup",
        description = "Archive and delete what is idle, as archive_after_days and delete_after_days of the agents say.",
        mixinStandardHelpOptions = true)
final class CleanupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--dry-run", description = "Tell what would be done, and why; change nothing.")
    private boolean isDryRun;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    CleanupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        LocalApi api = context.api(storeOptions.choice(context.environment()));
        CleanupReport report;
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            report = api.cleanup(isDryRun, bar);
        } catch (StoreUnavailableException outOfReach) {
            throw CommandFailure.failed("The store can't be reached now; try again.");
        }
        tell(report);
        return (report.failures() == 0 && report.isDone() ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private void tell(CleanupReport report) {
        Terminal terminal = context.terminal();
        report.notes().forEach(terminal::note);
        for (Failed failed : report.failed()) {
            terminal.note("can't " + verb(failed.action()) + " " + name(failed.conversationId(), failed.user()) + ": "
                    + failed.problem());
        }
        for (Intent intent : report.would()) {
            terminal.say("would " + verb(intent.action()) + " " + name(intent.conversationId(), intent.user()) + ": "
                    + intent.reason());
        }
        terminal.say((report.isDryRun() ? "would be archived: " : "archived: ") + report.archived() + ", deleted: "
                + report.deleted() + ", skipped: " + report.skipped() + ", failed: " + report.failures()
                + ", looked at: " + report.examined());
        if (!report.isDone()) {
            terminal.note("It is not all done; the same command goes on.");
        }
    }

    private static String verb(Action action) {
        return switch (action) {
            case ARCHIVE -> "archive";
            case DELETE -> "delete";
        };
    }

    private static String name(String conversationId, String userHash) {
        return "conversation " + conversationId + " (user " + userHash + ")";
    }
}
