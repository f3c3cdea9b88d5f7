package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.Meter;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scheduled run does with conversations kept in a table. */
public final class DynamoUpkeep implements StoreUpkeep {
    // a run has more time than a request; a single conversation of many archives may take some
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);

    private final StoreParts parts;
    private final Meter meter;
    private final @Nullable Deadline deadline;

    DynamoUpkeep(StoreParts parts, Meter meter, @Nullable Deadline deadline) {
        this.parts = parts;
        this.meter = meter;
        this.deadline = deadline;
    }

    @Override
    public StoreUpkeep within(Meter counting, Deadline until) {
        return new DynamoUpkeep(parts, counting, until);
    }

    @Override
    public IdlePage idle(IdleQuery query) {
        Desk desk = desk();
        return desk.contention().read(() -> new Idling(desk.table(), postponements(desk)).page(query));
    }

    @Override
    public Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        return parts.protocols().archiving(desk()).archive(key, idleBefore, kept);
    }

    @Override
    public Retirement delete(ConversationKey key, Instant idleBefore) {
        return parts.protocols().deleting(desk()).delete(key, idleBefore);
    }

    @Override
    public boolean archives() {
        return parts.archive().isThere();
    }

    @Override
    public void postpone(ConversationKey key, Instant until) {
        Desk desk = desk();
        desk.contention().settle(round -> postponements(desk).add(key, until));
    }

    @Override
    public SweepRun sweep() {
        return parts.protocols().lateSweep(desk()).run();
    }

    @Override
    public SweepRun sweep(int part, int of) {
        return parts.protocols().lateSweep(desk()).run(part, of);
    }

    @Override
    public Optional<String> checkpoint() {
        Desk desk = desk();
        return desk.contention().read(() -> new Checkpoint(desk.table()).read());
    }

    @Override
    public void checkpoint(Optional<String> position) {
        Desk desk = desk();
        desk.contention().settle(round -> new Checkpoint(desk.table()).write(position));
    }

    private static Postponements postponements(Desk desk) {
        return new Postponements(desk.table(), desk.hash(), desk.clock());
    }

    private Desk desk() {
        return parts.desk(meter, deadline == null ? Deadline.in(LONGEST_STEP) : deadline.atMost(LONGEST_STEP));
    }
}
