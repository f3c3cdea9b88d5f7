package dev.danamemory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work elsewhere, one after the other in the order in which it was handed in, failed work included. */
final class InOrder {
    private final Executor executor;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    InOrder(Executor executor) {
        this.executor = executor;
    }

    synchronized <T extends @Nullable Object> CompletionStage<T> run(Supplier<T> work) {
        CompletableFuture<T> next =
                last.handle((result, failure) -> true).thenApplyAsync(before -> work.get(), executor);
        last = next;
        return next.minimalCompletionStage();
    }
}
