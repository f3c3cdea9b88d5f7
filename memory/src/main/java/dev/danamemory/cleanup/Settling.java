package dev.danamemory.cleanup;

import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Archives and deletes, several conversations at a time. One that fails does not stop the others, and rests for a day.
 *
 * @param share the store for one conversation, which may not take all of the time
 * @param isTimeUp whether nothing more may be begun
 */
record Settling(
        Supplier<StoreUpkeep> share,
        KeyedHash hash,
        InstantSource clock,
        Workers workers,
        BooleanSupplier isTimeUp,
        CleanupProgress progress) {
    private static final Duration FAILED_RESTS = Duration.ofDays(1);

    /** Settles them and tells whether all were; of the others time was too short. */
    boolean settle(List<DueConversation> due, Tally tally) {
        List<Callable<Boolean>> tasks = due.stream()
                .<Callable<Boolean>>map(one -> () -> !isTimeUp.getAsBoolean() && settle(one, tally))
                .toList();
        return workers.all(tasks);
    }

    private boolean settle(DueConversation due, Tally tally) {
        try {
            switch (due.retire(share.get())) {
                case Retirement.Done done -> tally.done(due.action(), done.turns());
                case Retirement.InUse used -> tally.skipped();
                case Retirement.Absent gone -> tally.skipped();
                case Retirement.Unfinished unfinished -> {
                    return false;
                }
            }
        } catch (RuntimeException failure) {
            // a store that gave up because time is up is not at fault
            if (failure instanceof StoreUnavailableException && isTimeUp.getAsBoolean()) {
                return false;
            }
            fail(due, failure, tally);
        }
        progress.settled();
        return true;
    }

    private void fail(DueConversation due, RuntimeException failure, Tally tally) {
        tally.failed(due.failed(hash, Problems.slug(failure)));
        progress.failed(due.key(), failure);
        try {
            share.get().postpone(due.key(), clock.instant().plus(FAILED_RESTS));
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
