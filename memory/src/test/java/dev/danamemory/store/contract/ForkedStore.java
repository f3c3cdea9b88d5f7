package dev.danamemory.store.contract;

import java.util.Map;

/**
 * How another process opens the same data.
 *
 * @param factory opens it; on the class path of the tests
 * @param settings handed to the factory; no value may contain a line break
 */
public record ForkedStore(Class<? extends StoreFactory> factory, Map<String, String> settings) {
    public ForkedStore {
        settings = Map.copyOf(settings);
    }
}
