package dev.danamemory.store.rules;

import dev.danamemory.store.KeyedHash;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The hash with a store's own key, read when it is first needed and kept by the process. */
public final class LateHash {
    private final AtomicReference<KeyedHash> known = new AtomicReference<>();

    /** The hash, read like this unless it is known; a read that fails is tried again by the next who asks. */
    public Supplier<KeyedHash> orRead(Supplier<KeyedHash> read) {
        return () -> {
            KeyedHash hash = known.get();
            if (hash == null) {
                hash = read.get();
                known.set(hash);
            }
            return hash;
        };
    }
}
