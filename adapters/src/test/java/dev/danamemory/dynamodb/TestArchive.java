package dev.danamemory.dynamodb;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.FaultyBlobs;
import dev.danamemory.blob.Unzipped;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a table lets go of. */
final class TestArchive implements AutoCloseable {
    private final Path folder;
    private final DiskBlobs blobs;

    TestArchive() {
        try {
            folder = Files.createTempDirectory(parent(), "dana-memory-archive-");
            blobs = DiskBlobs.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // in memory where the machine offers it
    private static Path parent() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    TurnArchive archive(StoreFaults faults) {
        return new BlobArchive(new FaultyBlobs(blobs, faults), "");
    }

    List<StoredObject> objects() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .map(this::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredObject object(Path file) {
        try {
            return new StoredObject(folder.relativize(file).toString(), Unzipped.of(Files.readAllBytes(file)));
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
