package dev.danamemory.blob;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param size bytes
 * @param modified when it was last written, by the backend's clock
 */
public record BlobEntry(String key, long size, Instant modified) {
    /** The key after its last {@code /}. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
