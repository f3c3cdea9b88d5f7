package dev.danamemory.functions;

import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUpkeep;

/**
 * A store that is ready for use.
 *
 * @param upkeep of the same store
 * @param hash with the store's own key
 */
record OpenedStore(ConversationStore conversations, StoreUpkeep upkeep, KeyedHash hash) {}
