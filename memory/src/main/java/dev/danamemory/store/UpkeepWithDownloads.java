package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.time.Instant;
import java.util.Optional;

/** The upkeep of a store beside which downloads lie: a sweep removes those whose address has ended. */
public record UpkeepWithDownloads(StoreUpkeep upkeep, Downloads downloads) implements StoreUpkeep {
    @Override
    public StoreUpkeep within(Meter meter, Deadline deadline) {
        return new UpkeepWithDownloads(upkeep.within(meter, deadline), downloads.within(meter, deadline));
    }

    @Override
    public IdlePage idle(IdleQuery query) {
        return upkeep.idle(query);
    }

    @Override
    public Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        return upkeep.archive(key, idleBefore, kept);
    }

    @Override
    public Retirement delete(ConversationKey key, Instant idleBefore) {
        return upkeep.delete(key, idleBefore);
    }

    @Override
    public boolean archives() {
        return upkeep.archives();
    }

    @Override
    public void postpone(ConversationKey key, Instant until) {
        upkeep.postpone(key, until);
    }

    @Override
    public SweepRun sweep() {
        return withDownloads(upkeep.sweep());
    }

    @Override
    public SweepRun sweep(int part, int parts) {
        SweepRun run = upkeep.sweep(part, parts);
        return part == 0 ? withDownloads(run) : run;
    }

    private SweepRun withDownloads(SweepRun run) {
        return new SweepRun(run.swept(), run.failed(), downloads.removeOutdated() && run.isDone());
    }

    @Override
    public Optional<String> checkpoint() {
        return upkeep.checkpoint();
    }

    @Override
    public void checkpoint(Optional<String> position) {
        upkeep.checkpoint(position);
    }
}
