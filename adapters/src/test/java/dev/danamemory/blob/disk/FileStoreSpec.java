package dev.danamemory.blob.disk;

import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file store, in a temporary folder. */
public final class FileStoreSpec implements StoreSpec {
    private final StoreMaker maker;

    /** The store as it is. */
    public FileStoreSpec() {
        this(StoreMaker.REAL);
    }

    /** The store as somebody else puts it together. */
    public FileStoreSpec(StoreMaker maker) {
        this.maker = maker;
    }

    @Override
    public String name() {
        return "file";
    }

    // in memory where the machine offers it: a clause writes thousands of files, each of which would wait for the disk
    private static Path parent() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public StoreSpace open() {
        try {
            return new FileStoreSpace(Files.createTempDirectory(parent(), "dana-memory-"), maker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
