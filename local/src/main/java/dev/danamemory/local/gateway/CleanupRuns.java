package dev.danamemory.local.gateway;

import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.store.Deadline;

/** The cleanup function, to be called by somebody who wants to watch. */
@FunctionalInterface
public interface CleanupRuns {
    /** One run, as on Lambda. */
    CleanupReport run(boolean isDryRun, Deadline deadline, CleanupProgress progress);
}
