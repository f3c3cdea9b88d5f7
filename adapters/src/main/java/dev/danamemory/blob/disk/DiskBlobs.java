package dev.danamemory.blob.disk;

import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobEntry;
import dev.danamemory.blob.BlobPage;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.PutResult;
import dev.danamemory.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Blobs as files of one folder, for any number of processes on one machine (a network file system must honour POSIX
 * locks). The version of a file is a hash of its content. A write reaches the disk before it is answered.
 */
public final class DiskBlobs implements Blobs, AutoCloseable {
    private static final String LOCKS = ".locks";

    private final Path root;
    private final DiskLocks locks;
    private final DurableFiles files;

    private DiskBlobs(Path root, DiskLocks locks, DurableFiles files) {
        this.root = root;
        this.locks = locks;
        this.files = files;
    }

    /**
     * Opens a folder, making it where it is not there; what is in it is its owner's alone.
     *
     * @throws IOException when the folder cannot be made or written
     */
    public static DiskBlobs open(Path folder) throws IOException {
        return open(folder, new RealFiles());
    }

    static DiskBlobs open(Path folder, FilePort port) throws IOException {
        OwnersAlone.makeDataFolder(folder, LOCKS);
        Path root = folder.toRealPath();
        Path lockFolder = Files.createDirectories(root.resolve(LOCKS), OwnersAlone.folder(root));
        return new DiskBlobs(root, DiskLocks.of(lockFolder), new DurableFiles(root, port));
    }

    @Override
    public Optional<Blob> get(String key) {
        return attempt("read", key, () -> read(key));
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        return attempt(
                "write",
                key,
                () -> locks.locked(key, () -> {
                    if (!holds(condition, key)) {
                        return new PutResult.Mismatch();
                    }
                    files.replace(path(key), bytes);
                    return new PutResult.Stored(Sha256.hex(bytes));
                }));
    }

    @Override
    public boolean delete(String key, String version) {
        return attempt(
                "delete",
                key,
                () -> locks.locked(key, () -> {
                    if (!holds(new Condition.Match(version), key)) {
                        return false;
                    }
                    files.delete(path(key));
                    return true;
                }));
    }

    @Override
    public void remove(String key) {
        attempt(
                "delete",
                key,
                () -> locks.locked(key, () -> {
                    files.delete(path(key));
                    return true;
                }));
    }

    @Override
    public BlobPage list(String prefix, String after, int limit) {
        return attempt("list", prefix, () -> {
            FolderWalk walk = new FolderWalk(root);
            List<BlobEntry> found = walk.entries(prefix, after);
            tidy(walk.leftovers());
            return new BlobPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
        });
    }

    // what killed writers left: erasing lists the folders that it sweeps, so their texts go too
    private void tidy(List<Path> unfinished) throws IOException {
        for (Path file : unfinished) {
            String key = root.relativize(file).toString().replace('\\', '/');
            locks.locked(key, () -> {
                files.tidy(file);
                return true;
            });
        }
    }

    @Override
    public void close() {
        locks.release();
    }

    private Optional<Blob> read(String key) throws IOException {
        try {
            Path file = path(key);
            files.settle(file);
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(new Blob(bytes, Sha256.hex(bytes)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private boolean holds(Condition condition, String key) throws IOException {
        return switch (condition) {
            case Condition.Absent absent -> isAbsent(path(key));
            case Condition.Match match ->
                read(key).map(blob -> blob.version().equals(match.version())).orElse(false);
        };
    }

    // a file that cannot be looked at is not absent
    private static boolean isAbsent(Path file) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return false;
        } catch (NoSuchFileException absent) {
            return true;
        }
    }

    private Path path(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("a key stays inside the data folder");
        }
        return path;
    }

    // the message leaves the key out: it holds the user's name
    private static <T> T attempt(String what, String key, DiskLocks.Locked<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            String kind = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
            throw new BlobUnavailableException(
                    "cannot " + what + " in " + kind + ": " + e.getClass().getSimpleName(), e);
        }
    }
}
