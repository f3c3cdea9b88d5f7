package dev.danamemory.blob;

import java.util.List;

/**
 * A run of keys.
 *
 * @param more whether further keys follow
 */
public record BlobPage(List<BlobEntry> entries, boolean more) {
    public BlobPage {
        entries = List.copyOf(entries);
    }
}
