package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with several things, some of them at once. */
final class AtOnce {
    // as many connections to one host are kept open between requests
    private static final int MOST = 5;

    private AtOnce() {}

    /**
     * The results, in the order of the inputs.
     *
     * @throws RuntimeException that of the first input in order that failed
     */
    static <T, R> List<R> each(List<T> inputs, Function<T, R> work) {
        if (inputs.size() < 2) {
            return inputs.stream().map(work).toList();
        }
        List<Callable<R>> calls = inputs.stream()
                .<Callable<R>>map(input -> () -> work.apply(input))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(MOST, inputs.size()), Thread.ofVirtual().factory())) {
            List<R> results = new ArrayList<>();
            for (Future<R> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BlobUnavailableException("S3 was not asked to the end: interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
        }
    }
}
