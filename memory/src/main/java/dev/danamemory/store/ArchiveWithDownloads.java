package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.util.List;

/**
 * An archive beside which downloads lie: whenever a store sweeps what is archived of a conversation, or redacts it, the
 * downloads that show it go too, in the same protocols and in their late sweeps.
 */
public record ArchiveWithDownloads(TurnArchive archive, Downloads downloads) implements TurnArchive {
    @Override
    public TurnArchive within(Meter meter, Deadline deadline) {
        return new ArchiveWithDownloads(archive.within(meter, deadline), downloads.within(meter, deadline));
    }

    @Override
    public void store(ConversationHeader header, List<Turn> turns) {
        archive.store(header, turns);
    }

    @Override
    public List<Turn> turns(ConversationHeader header, long first, long last) {
        return archive.turns(header, first, last);
    }

    @Override
    public boolean redact(ConversationHeader header, long number) {
        boolean isChanged = archive.redact(header, number);
        redacted(header);
        return isChanged;
    }

    // in time or not: a late sweep comes by here once more
    @Override
    public void redacted(ConversationHeader header) {
        archive.redacted(header);
        downloads.sweep(header.key(), header.generation() - 1);
    }

    @Override
    public void dropBehind(ConversationHeader header, long number) {
        archive.dropBehind(header, number);
    }

    @Override
    public long sweep(ConversationKey key, long throughGeneration) {
        // what anybody may fetch goes first
        return downloads.sweep(key, throughGeneration) ? archive.sweep(key, throughGeneration) : -1;
    }

    @Override
    public void forgetVersions(ConversationKey key) {
        archive.forgetVersions(key);
        downloads.forgetVersions(key);
    }
}
