package dev.danamemory.dynamodb;

import dev.danamemory.store.KeyedHash;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The hash with the table's own key, read when it is first needed and kept by the process. */
final class LateHash {
    private final AtomicReference<KeyedHash> known = new AtomicReference<>();

    /** Reads the key from this table unless it is known. */
    Supplier<KeyedHash> from(Table table, Contention contention) {
        return () -> {
            KeyedHash hash = known.get();
            if (hash == null) {
                hash = TableKeyHash.read(table, new SecureRandom(), contention);
                known.set(hash);
            }
            return hash;
        };
    }
}
