package dev.danamemory.store;

import org.jspecify.annotations.Nullable;

/**
 * What a call cost its store.
 *
 * @param reads requests that read
 * @param writes requests that wrote or deleted
 * @param units capacity units consumed, or null where the backend counts none
 */
public record StoreUse(
        long reads,
        long writes,
        long readBytes,
        long writtenBytes,
        @Nullable Double units) {}
