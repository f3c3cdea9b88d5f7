package dev.danamemory.functions;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hash whose key may be out of reach at the start, for a function has to answer {@code /health} all the same: then it
 * is read when it is needed.
 */
final class StoreHash implements KeyedHash {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Supplier<KeyedHash> read;
    private volatile @Nullable KeyedHash known;

    private StoreHash(Supplier<KeyedHash> read) {
        this.read = read;
    }

    /**
     * Tries to read the key at once.
     *
     * @param read gives up soon when the store does not answer
     */
    static StoreHash readBy(Supplier<KeyedHash> read) {
        StoreHash hash = new StoreHash(read);
        try {
            hash.hash();
        } catch (StoreUnavailableException later) {
            // whoever needs it will tell
        }
        return hash;
    }

    @Override
    public String of(String text) {
        return hash().of(text);
    }

    @Override
    public boolean isKnown() {
        return known != null;
    }

    private KeyedHash hash() {
        KeyedHash hash = known;
        if (hash == null) {
            try {
                hash = read.get();
            } catch (BlobUnavailableException noAnswer) {
                throw new StoreUnavailableException(
                        "the store does not answer: " + noAnswer.getMessage(), RETRY_AFTER, noAnswer);
            }
            known = hash;
        }
        return hash;
    }
}
