package dev.danamemory.cleanup;

import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param share the store for the sweep, which may not take all of the time
 * @param isTimeUp whether nothing more may be begun
 */
record CleanupRun(
        StoreUpkeep store,
        Supplier<StoreUpkeep> share,
        Policy policy,
        KeyedHash hash,
        Settling settling,
        Sweepers sweepers,
        BooleanSupplier isTimeUp,
        CleanupProgress progress) {
    private static final int PAGE = 200;

    /** What it came to. */
    Tally run(boolean isDryRun) {
        Tally tally = new Tally(isDryRun);
        policy.unmet().ifPresent(tally::note);
        if (!isDryRun) {
            sweep(tally);
        }
        if (!policy.isOff()) {
            if (isDryRun) {
                preview(tally);
            } else {
                work(tally);
            }
        }
        return tally;
    }

    // what is idle gets its turn even when nothing can be swept
    private void sweep(Tally tally) {
        try {
            SweepRun run = sweepers.sweep(share.get());
            tally.swept(run.swept());
            if (run.failed() > 0) {
                tally.note("not all could be swept; left for the next run: " + run.failed());
            }
            if (!run.isDone()) {
                tally.isToGoOn();
            }
        } catch (RuntimeException failure) {
            if (policy.isOff()) {
                throw failure;
            }
            tally.note("the sweep failed: " + Problems.slug(failure));
            tally.isToGoOn();
        }
    }

    private void preview(Tally tally) {
        String position = null;
        do {
            if (isTimeUp.getAsBoolean()) {
                tally.isToGoOn();
                return;
            }
            IdlePage page = page(position, tally);
            due(page, tally).forEach(one -> tally.wouldDo(one.intent(hash)));
            position = page.next();
        } while (position != null);
    }

    private void work(Tally tally) {
        Optional<String> begun = Optional.empty();
        String position = null;
        try {
            begun = store.checkpoint();
            position = begun.orElse(null);
            do {
                if (isTimeUp.getAsBoolean()) {
                    stop(begun, position, tally);
                    return;
                }
                IdlePage page = page(position, tally);
                if (!settling.settle(due(page, tally), tally)) {
                    stop(begun, position, tally);
                    return;
                }
                position = page.next();
            } while (position != null);
        } catch (RuntimeException failure) {
            if (!tally.hasDoneAnything()) {
                throw failure;
            }
            tally.note("stopped before the end: " + Problems.slug(failure));
            stop(begun, position, tally);
            return;
        }
        begun.ifPresent(old -> remember(Optional.empty(), tally));
    }

    private void stop(Optional<String> begun, @Nullable String position, Tally tally) {
        tally.isToGoOn();
        if (!Objects.equals(position, begun.orElse(null))) {
            remember(Optional.ofNullable(position), tally);
        }
    }

    // nothing is lost without it: the next run looks at more
    private void remember(Optional<String> position, Tally tally) {
        try {
            store.checkpoint(position);
        } catch (RuntimeException failure) {
            tally.note("where to go on could not be stored: " + Problems.slug(failure));
        }
    }

    private IdlePage page(@Nullable String position, Tally tally) {
        IdlePage page = store.idle(new IdleQuery(policy.cutoffs(), PAGE, position));
        tally.examined(page.examined());
        return page;
    }

    private List<DueConversation> due(IdlePage page, Tally tally) {
        List<DueConversation> due = new ArrayList<>();
        for (IdleConversation found : page.found()) {
            switch (policy.planFor(found)) {
                case Plan.Due plan -> due.add(new DueConversation(found.key(), plan));
                case Plan.NoAgent none -> tally.withoutAgent(none.agentId());
                case Plan.NotDue nothing -> {}
            }
        }
        progress.found(page.examined(), due.size());
        return due;
    }
}
