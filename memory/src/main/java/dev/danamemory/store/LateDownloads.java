package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.util.function.Supplier;

/** Downloads whose place is opened when it is first asked, as a {@link LateArchive} is. */
public final class LateDownloads implements Downloads {
    private final Supplier<Downloads> downloads;

    /** @param downloads asked at every call; keeps what it opened */
    public LateDownloads(Supplier<Downloads> downloads) {
        this.downloads = downloads;
    }

    @Override
    public Downloads within(Meter meter, Deadline deadline) {
        return new LateDownloads(() -> downloads.get().within(meter, deadline));
    }

    @Override
    public Download put(ConversationHeader header, byte[] json) {
        return downloads.get().put(header, json);
    }

    @Override
    public boolean sweep(ConversationKey key, long throughGeneration) {
        return downloads.get().sweep(key, throughGeneration);
    }

    @Override
    public void forgetVersions(ConversationKey key) {
        downloads.get().forgetVersions(key);
    }

    @Override
    public boolean removeOutdated() {
        return downloads.get().removeOutdated();
    }
}
