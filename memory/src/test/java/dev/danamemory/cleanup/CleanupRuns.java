package dev.danamemory.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Runs over a few conversations that are all to be deleted. */
abstract class CleanupRuns {
    static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));

    final FakeUpkeep store = new FakeUpkeep();
    final SomeAgents agents = new SomeAgents().with("default", null, 90.0);
    final List<String> heard = new CopyOnWriteArrayList<>();
    final CleanupProgress progress = new CleanupProgress() {
        @Override
        public void found(long examined, int due) {
            heard.add("found " + due + " of " + examined);
        }

        @Override
        public void settled() {
            heard.add("settled");
        }

        @Override
        public void failed(ConversationKey key, RuntimeException failure) {
            heard.add("failed " + key.conversationId());
        }
    };

    FakeUpkeep filled(int count) {
        for (int i = 0; i < count; i++) {
            store.with("c" + i, "default", LONG_AGO);
        }
        return store;
    }

    CleanupReport run() {
        return run(Deadline.in(Duration.ofMinutes(1)));
    }

    CleanupReport run(Deadline deadline) {
        return new Cleanup(store, agents, text -> "#" + text, InstantSource.fixed(NOW), 8)
                .run(false, deadline, progress);
    }

    /** A run that may begin this many things. */
    CleanupReport run(BooleanSupplier isTimeUp) {
        Policy policy = new Policy(agents, NOW, true);
        try (Workers workers = new Workers(1)) {
            Settling settling =
                    new Settling(() -> store, text -> text, InstantSource.fixed(NOW), workers, isTimeUp, progress);
            Sweepers sweepers = new Sweepers(workers, 1);
            return new CleanupRun(store, () -> store, policy, text -> text, settling, sweepers, isTimeUp, progress)
                    .run(false)
                    .report(new Meter().use());
        }
    }

    static BooleanSupplier after(int beginnings) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > beginnings;
    }

    void failing(String method, RuntimeException failure) {
        store.fault = called -> called.equals(method) ? Optional.of(failure) : Optional.empty();
    }

    static RuntimeException unavailable() {
        return new StoreUnavailableException("out of reach", Duration.ofSeconds(1), null);
    }

    /** All of a run's threads are ending, if they have not ended. */
    static void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("cleanup-")) {
                assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            }
        }
    }
}
