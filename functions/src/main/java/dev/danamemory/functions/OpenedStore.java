package dev.danamemory.functions;

import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUpkeep;
import java.util.Optional;

/**
 * A store that is ready for use.
 *
 * @param upkeep of the same store
 * @param downloads beside it; nothing where there is no place for them
 * @param hash with the store's own key
 */
record OpenedStore(
        ConversationStore conversations, StoreUpkeep upkeep, Optional<Downloads> downloads, KeyedHash hash) {}
