package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flat cost: one read and one write per turn, however long the history is. */
public interface CostContract extends Clauses {
    /** Turns that are measured together: as many as leave a window at a time. */
    int MEASURED = 20;

    @Test
    default void aTurnCostsOneReadAndOneWriteHoweverLongTheHistory() {
        ConversationKey key = bench().key();
        bench().appendAll(bench().create(key), 20);
        StoreUse early = chat(key);
        bench().appendAll(bench().load(key), 920);
        for (int first = 1; first <= 801; first += 100) {
            bench().store().summarise(bench().load(key), Samples.summary("s".repeat(400), first, first + 99));
        }
        Conversation last = bench().appendAll(bench().load(key), 20);
        assertThat(last.lastTurn()).isEqualTo(980);
        StoreUse late = chat(key);
        for (StoreUse use : List.of(early, late)) {
            assertThat(mean(use.reads())).as("reads per turn").isBetween(1.0, 1.1);
            assertThat(mean(use.writes())).as("writes per turn").isBetween(1.0, 1.1);
        }
        assertThat(ratio(late.reads(), early.reads()))
                .as("reads, late to early")
                .isLessThanOrEqualTo(1.25);
        assertThat(ratio(late.writes(), early.writes()))
                .as("writes, late to early")
                .isLessThanOrEqualTo(1.25);
        assertThat(ratio(late.readBytes(), early.readBytes()))
                .as("bytes read, late to early")
                .isLessThanOrEqualTo(1.25);
        assertThat(ratio(late.writtenBytes(), early.writtenBytes()))
                .as("bytes written, late to early")
                .isLessThanOrEqualTo(1.25);
        if (early.units() != null && late.units() != null) {
            assertThat(late.units() / early.units()).as("units, late to early").isLessThanOrEqualTo(1.25);
        }
    }

    private StoreUse chat(ConversationKey key) {
        Meter meter = new Meter();
        ConversationStore metered = bench().store(StoreFaults.NONE).within(meter, Deadline.in(Duration.ofMinutes(1)));
        for (int i = 0; i < MEASURED; i++) {
            Conversation loaded = metered.load(key, 20).orElseThrow();
            Bench.appended(metered.append(loaded, Samples.turn("x".repeat(1_000)), Bench.SETTINGS));
        }
        return meter.use();
    }

    private static double mean(long count) {
        return (double) count / MEASURED;
    }

    private static double ratio(long late, long early) {
        return (double) late / early;
    }

    @Test
    default void readsCountAsReadsAndWritesAsWrites() {
        ConversationKey key = bench().key();
        bench().appendAll(bench().create(key), 3);
        Script script = Script.recording();
        Meter meter = new Meter();
        ConversationStore metered = bench().store(script).within(meter, Deadline.in(Duration.ofMinutes(1)));
        Conversation loaded = metered.load(key, 20).orElseThrow();
        assertThat(meter.use().reads()).isEqualTo(1);
        assertThat(meter.use().readBytes()).isPositive();
        assertThat(meter.use().writes()).isZero();
        metered.append(loaded, Samples.turn("more"), Bench.SETTINGS);
        assertThat(meter.use().writes()).isEqualTo(1);
        assertThat(meter.use().writtenBytes()).isPositive();
        assertThat(meter.use().reads() + meter.use().writes())
                .isEqualTo(script.sent().size());
    }
}
