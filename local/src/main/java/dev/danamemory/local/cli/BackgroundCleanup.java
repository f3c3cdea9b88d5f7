package dev.danamemory.local.cli;

import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.functions.http.FaultTrace;
import dev.danamemory.local.gateway.LocalApi;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up now and then while the server runs. Closed, it begins no more; a run that is broken off by the end of the process does no harm. */
final class BackgroundCleanup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCleanup.class);

    private final LocalApi api;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cleanup").factory());

    private BackgroundCleanup(LocalApi api) {
        this.api = api;
    }

    /** Begins with a run now. */
    static BackgroundCleanup start(LocalApi api, Duration every) {
        BackgroundCleanup cleanup = new BackgroundCleanup(api);
        var _ = cleanup.thread.scheduleWithFixedDelay(cleanup::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return cleanup;
    }

    // the next run may fare better: an exception would end them all
    private void run() {
        try {
            api.cleanup(false, CleanupProgress.NONE);
        } catch (RuntimeException failure) {
            LOG.warn("cleanup failed: {}", FaultTrace.of(failure));
        }
    }

    @Override
    public void close() {
        // a run that is under way is not interrupted: that would close files under it
        thread.shutdown();
    }

    /** Waits until the last run has ended, and tells whether it has. */
    boolean hasEnded(Duration most) throws InterruptedException {
        return thread.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
