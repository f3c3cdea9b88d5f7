package dev.danamemory.functions;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.Meter;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.time.Instant;
import java.util.Optional;

/** Tells a scheduled run that this version does not clean up that store; everything else can be done with it. */
final class UpkeepToCome implements StoreUpkeep {
    @Override
    public StoreUpkeep within(Meter meter, Deadline deadline) {
        return this;
    }

    @Override
    public IdlePage idle(IdleQuery query) {
        throw toCome();
    }

    @Override
    public Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        throw toCome();
    }

    @Override
    public Retirement delete(ConversationKey key, Instant idleBefore) {
        throw toCome();
    }

    @Override
    public boolean archives() {
        return false;
    }

    @Override
    public void postpone(ConversationKey key, Instant until) {
        throw toCome();
    }

    @Override
    public SweepRun sweep() {
        throw toCome();
    }

    @Override
    public Optional<String> checkpoint() {
        throw toCome();
    }

    @Override
    public void checkpoint(Optional<String> position) {
        throw toCome();
    }

    private static UnsupportedOperationException toCome() {
        return new UnsupportedOperationException("the DynamoDB store is not cleaned up by this version");
    }
}
