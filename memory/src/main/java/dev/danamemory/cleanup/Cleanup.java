package dev.danamemory.cleanup;

import dev.danamemory.chat.Agents;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Archives and deletes what is idle, and sweeps once more what clears and erases left word of. Any number of runs at
 * once are harmless, and so is one that dies: the next does what is left.
 */
public final class Cleanup {
    /** How many conversations are usually worked on at a time. */
    public static final int USUALLY_AT_A_TIME = 8;

    // of the time that a run has, what it keeps to end in: one conversation's share, and no more than this
    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final int SHARE_OF_END = 5;
    // the most that one conversation may take, or the sweep
    private static final Duration LONGEST_SHARE = Duration.ofMinutes(5);

    private final StoreUpkeep upkeep;
    private final Agents agents;
    private final KeyedHash hash;
    private final InstantSource clock;
    private final int atATime;

    /**
     * @param hash what a report names users by
     * @param atATime how many conversations are worked on at a time, at least 1
     */
    public Cleanup(StoreUpkeep upkeep, Agents agents, KeyedHash hash, InstantSource clock, int atATime) {
        this.upkeep = upkeep;
        this.agents = agents;
        this.hash = hash;
        this.clock = clock;
        this.atATime = atATime;
    }

    /**
     * Goes on where the last run stopped, to the end or until time runs out. A dry run begins at the beginning, and
     * changes nothing.
     *
     * @param deadline by when the report is wanted; the run stops in good time before
     * @throws dev.danamemory.store.StoreUnavailableException when the store is out of reach and nothing was done; so
     *     does every other exception that nothing could be done for
     */
    public CleanupReport run(boolean isDryRun, Deadline deadline, CleanupProgress progress) {
        Meter meter = new Meter();
        Duration end = end(deadline.left());
        BooleanSupplier isTimeUp = () -> deadline.left().compareTo(end) <= 0;
        StoreUpkeep store = upkeep.within(meter, deadline);
        // a store tries until its time is over: one conversation that it can do nothing with may not take all
        Supplier<StoreUpkeep> share = () -> upkeep.within(
                meter, deadline.atMost(LONGEST_SHARE).atMost(deadline.left().dividedBy(2)));
        Policy policy = new Policy(agents, clock.instant(), upkeep.archives());
        try (Workers workers = new Workers(atATime)) {
            Settling settling = new Settling(share, hash, clock, workers, isTimeUp, progress);
            Sweepers sweepers = new Sweepers(workers, atATime);
            return new CleanupRun(store, share, policy, hash, settling, sweepers, isTimeUp, progress)
                    .run(isDryRun)
                    .report(meter.use());
        }
    }

    private static Duration end(Duration time) {
        Duration share = time.dividedBy(SHARE_OF_END);
        return share.compareTo(LONGEST_END) < 0 ? share : LONGEST_END;
    }
}
