package dev.danamemory.blob.disk;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.FaultyBlobs;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.contract.StoreFactory;
import dev.danamemory.store.contract.StoreFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Opens a file store in another process. */
public final class FileStoreFactory implements StoreFactory {
    static final String FOLDER = "folder";

    @Override
    public ConversationStore open(Map<String, String> settings, InstantSource clock, StoreFaults faults) {
        try {
            DiskBlobs blobs = DiskBlobs.open(Path.of(settings.get(FOLDER)));
            return new BlobConversationStore(new FaultyBlobs(blobs, faults), "", new NewIds(new SecureRandom()), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
