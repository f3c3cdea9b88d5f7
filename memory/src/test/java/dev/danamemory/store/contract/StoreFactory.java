package dev.danamemory.store.contract;

import dev.danamemory.store.ConversationStore;
import java.time.InstantSource;
import java.util.Map;

/** Opens a store in a process of its own. Has a constructor without parameters. */
public interface StoreFactory {
    /**
     * A store on the data that the settings name.
     *
     * @param settings what {@link ForkedStore#settings()} says
     */
    ConversationStore open(Map<String, String> settings, InstantSource clock, StoreFaults faults);
}
