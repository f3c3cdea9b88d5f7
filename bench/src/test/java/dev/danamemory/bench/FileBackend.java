package dev.danamemory.bench;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/** The file store, in a temporary folder. */
final class FileBackend implements Backend {
    private final Path folder;
    private final DiskBlobs blobs;

    FileBackend() throws IOException {
        folder = Files.createTempDirectory("dana-memory-bench-");
        blobs = DiskBlobs.open(folder);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public ConversationStore store() {
        return new BlobConversationStore(blobs, "", new NewIds(new SecureRandom()), InstantSource.system());
    }

    @Override
    public Counter.Count count() {
        return new Counter.Count(0, 0, 0);
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
