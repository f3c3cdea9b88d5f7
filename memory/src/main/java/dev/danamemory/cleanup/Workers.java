package dev.danamemory.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads of a run's own; closed, all of them have ended. Platform threads: stores wait for locks and syncs of
 * files, which would hold a virtual thread's carrier.
 */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    /** @param count how many tasks run at a time */
    Workers(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("cleanup-", 1).factory());
    }

    /** Carries out all tasks and tells whether all of them said so; a wait that is interrupted tells that not all did. */
    boolean all(List<Callable<Boolean>> tasks) {
        try {
            boolean all = true;
            for (Future<Boolean> task : new ArrayList<>(threads.invokeAll(tasks))) {
                all &= task.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task of the cleanup broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
