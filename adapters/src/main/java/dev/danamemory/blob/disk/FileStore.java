package dev.danamemory.blob.disk;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.StoredKeyHash;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A conversation store in a folder.
 *
 * @param conversations what is stored there
 * @param hash the store's keyed hash
 */
public record FileStore(ConversationStore conversations, KeyedHash hash, DiskBlobs blobs) implements AutoCloseable {
    /**
     * Opens a data folder, making it when it is not there.
     *
     * @param random not to be foreseen
     * @throws IOException when the folder cannot be made or written
     */
    public static FileStore open(Path folder, InstantSource clock, RandomGenerator random) throws IOException {
        DiskBlobs blobs = DiskBlobs.open(folder);
        try {
            StoredKeyHash hash = StoredKeyHash.read(blobs, "", random);
            return new FileStore(new BlobConversationStore(blobs, "", new NewIds(random), clock), hash, blobs);
        } catch (RuntimeException e) {
            blobs.close();
            throw e;
        }
    }

    /**
     * Opens a data folder with the system's clock.
     *
     * @throws IOException when the folder cannot be made or written
     */
    public static FileStore open(Path folder) throws IOException {
        return open(folder, InstantSource.system(), new SecureRandom());
    }

    @Override
    public void close() {
        blobs.close();
    }
}
