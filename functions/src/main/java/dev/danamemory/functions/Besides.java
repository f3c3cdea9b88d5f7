package dev.danamemory.functions;

import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.UpkeepWithDownloads;
import java.util.Optional;

/**
 * What lies beside a store and goes with its conversations.
 *
 * @param downloads where files can be fetched from; nothing where there is no such place
 */
record Besides(TurnArchive cold, Optional<Downloads> downloads) {
    /** What the store is to have for its archive. */
    TurnArchive archive() {
        return downloads.isPresent() ? new ArchiveWithDownloads(cold, downloads.get()) : cold;
    }

    /** The store's upkeep and that of the downloads. */
    StoreUpkeep upkeep(StoreUpkeep ofStore) {
        return downloads.isPresent() ? new UpkeepWithDownloads(ofStore, downloads.get()) : ofStore;
    }
}
