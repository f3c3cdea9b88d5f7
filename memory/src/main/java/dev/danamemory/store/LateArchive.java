package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.util.List;
import java.util.function.Supplier;

/** An archive that is opened when it is first asked: most calls never do, and opening one costs a start time. */
public final class LateArchive implements TurnArchive {
    private final Supplier<TurnArchive> archive;

    /** @param archive asked at every call; keeps what it opened */
    public LateArchive(Supplier<TurnArchive> archive) {
        this.archive = archive;
    }

    @Override
    public TurnArchive within(Meter meter, Deadline deadline) {
        return new LateArchive(() -> archive.get().within(meter, deadline));
    }

    @Override
    public void store(ConversationHeader header, List<Turn> turns) {
        archive.get().store(header, turns);
    }

    @Override
    public List<Turn> turns(ConversationHeader header, long first, long last) {
        return archive.get().turns(header, first, last);
    }

    @Override
    public boolean redact(ConversationHeader header, long number) {
        return archive.get().redact(header, number);
    }

    @Override
    public void redacted(ConversationHeader header) {
        archive.get().redacted(header);
    }

    @Override
    public void dropBehind(ConversationHeader header, long number) {
        archive.get().dropBehind(header, number);
    }

    @Override
    public long sweep(ConversationKey key, long throughGeneration) {
        return archive.get().sweep(key, throughGeneration);
    }

    @Override
    public void forgetVersions(ConversationKey key) {
        archive.get().forgetVersions(key);
    }
}
