package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.local.gateway.CleanupRuns;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Cleanup that a server does besides. */
class BackgroundCleanupTest {
    private static final CleanupReport NOTHING =
            new CleanupReport(false, 0, 0, 0, 0, 0, 0, List.of(), 0, 0, List.of(), List.of(), true, new Meter().use());

    private static LocalApi api(CleanupRuns runs) {
        ScriptedFunctions functions = new ScriptedFunctions();
        functions.cleanup = runs;
        return new LocalApi(functions, "sub", InstantSource.system());
    }

    private static boolean comes(CountDownLatch latch) throws InterruptedException {
        return latch.await(30, TimeUnit.SECONDS);
    }

    @Test
    void theFirstRunIsAtOnceAndItChangesThings() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        LocalApi api = api((isDryRun, deadline, progress) -> {
            assertThat(isDryRun).isFalse();
            ran.countDown();
            return NOTHING;
        });
        try (BackgroundCleanup cleanup = BackgroundCleanup.start(api, Duration.ofDays(99_999))) {
            assertThat(cleanup).isNotNull();
            assertThat(comes(ran)).isTrue();
        }
    }

    @Test
    void oneRunFollowsAnotherAlsoAfterOneThatFailed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        LocalApi api = api((isDryRun, deadline, progress) -> {
            three.countDown();
            if (three.getCount() == 2) {
                throw new IllegalStateException("My oven is a Bosch.");
            }
            return NOTHING;
        });
        try (BackgroundCleanup cleanup = BackgroundCleanup.start(api, Duration.ofMillis(1))) {
            assertThat(cleanup).isNotNull();
            assertThat(comes(three)).isTrue();
        }
    }

    @Test
    void closedItBeginsNoMore() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch inRun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        LocalApi api = api((isDryRun, deadline, progress) -> {
            begun.incrementAndGet();
            inRun.countDown();
            while (closed.getCount() > 0) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return NOTHING;
        });
        BackgroundCleanup cleanup = BackgroundCleanup.start(api, Duration.ofMillis(1));
        assertThat(comes(inRun)).isTrue();
        cleanup.close();
        closed.countDown();
        assertThat(comes(ended)).isTrue();
        assertThat(cleanup.hasEnded(Duration.ofSeconds(30))).isTrue();
        assertThat(begun).hasValue(1);
    }
}
