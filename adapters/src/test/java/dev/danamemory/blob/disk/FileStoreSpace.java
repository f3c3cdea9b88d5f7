package dev.danamemory.blob.disk;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.BlobKeys;
import dev.danamemory.blob.FaultyBlobs;
import dev.danamemory.blob.Unzipped;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.ForkedStore;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of its own. */
final class FileStoreSpace implements StoreSpace {
    private final Path folder;
    private final StoreMaker maker;
    private final DiskBlobs blobs;

    FileStoreSpace(Path folder, StoreMaker maker) throws IOException {
        this.folder = folder;
        this.maker = maker;
        this.blobs = DiskBlobs.open(folder);
    }

    @Override
    public ConversationStore store(InstantSource clock, StoreFaults faults) {
        return maker.make(new FaultyBlobs(blobs, faults), clock);
    }

    @Override
    public StoreUpkeep upkeep(InstantSource clock, StoreFaults faults) {
        return ((BlobConversationStore) store(clock, faults)).upkeep();
    }

    @Override
    public ForkedStore forked() {
        return new ForkedStore(FileStoreFactory.class, Map.of(FileStoreFactory.FOLDER, folder.toString()));
    }

    @Override
    public String damage(ConversationKey key) {
        String head = BlobKeys.head(key);
        try {
            byte[] whole = Files.readAllBytes(folder.resolve(head));
            Files.write(folder.resolve(head), Arrays.copyOf(whole, whole.length / 2));
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<StoredObject> objects() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(".locks")))
                    .map(this::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredObject object(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = folder.relativize(file).toString();
            return new StoredObject(name, name.endsWith(".gz") ? Unzipped.of(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        blobs.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
