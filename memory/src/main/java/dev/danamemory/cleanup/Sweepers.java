package dev.danamemory.cleanup;

import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Sweeps in parts, several at a time: archiving leaves as much to sweep as it archives, and must not be faster.
 *
 * @param count how many parts, at least 1
 */
record Sweepers(Workers workers, int count) {
    /** What all parts came to; throws what the first of them that failed threw. */
    SweepRun sweep(StoreUpkeep store) {
        Queue<SweepRun> runs = new ConcurrentLinkedQueue<>();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        workers.all(IntStream.range(0, count)
                .<Callable<Boolean>>mapToObj(part -> () -> {
                    try {
                        return runs.add(store.sweep(part, count));
                    } catch (RuntimeException failure) {
                        failures.add(failure);
                        return false;
                    }
                })
                .toList());
        RuntimeException failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
        return new SweepRun(
                runs.stream().mapToLong(SweepRun::swept).sum(),
                runs.stream().mapToLong(SweepRun::failed).sum(),
                runs.size() == count && runs.stream().allMatch(SweepRun::isDone));
    }
}
