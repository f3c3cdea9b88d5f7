package dev.danamemory.blob;

import dev.danamemory.store.KeyedHash;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The hash with the store's own key, read when it is first needed and kept by the process. */
final class LateHash {
    private final AtomicReference<KeyedHash> known = new AtomicReference<>();

    /** Reads the key by these blobs unless it is known. */
    Supplier<KeyedHash> through(Blobs blobs, Layout layout) {
        return () -> {
            KeyedHash hash = known.get();
            if (hash == null) {
                hash = StoredKeyHash.read(blobs, layout.prefix(), new SecureRandom());
                known.set(hash);
            }
            return hash;
        };
    }
}
