package dev.danamemory.cleanup;

import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;

/** Names failures by the slugs that callers of the API know. */
final class Problems {
    private Problems() {}

    static String slug(RuntimeException failure) {
        return switch (failure) {
            case StoreUnavailableException unavailable -> "store-unavailable";
            case StoredDataUnreadableException unreadable -> "stored-data-unreadable";
            default -> "internal-error";
        };
    }
}
