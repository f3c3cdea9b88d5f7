package dev.danamemory.blob.disk;

import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobEntry;
import dev.danamemory.blob.BlobPage;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.PutResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
                    return new PutResult.Stored(version(bytes));
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
            List<BlobEntry> found = new FolderWalk(root).entries(prefix, after);
            return new BlobPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
        });
    }

    @Override
    public void close() {
        locks.release();
    }

    private Optional<Blob> read(String key) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(path(key));
            return Optional.of(new Blob(bytes, version(bytes)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private boolean holds(Condition condition, String key) throws IOException {
        return switch (condition) {
            case Condition.Absent absent -> !Files.exists(path(key));
            case Condition.Match match ->
                read(key).map(blob -> blob.version().equals(match.version())).orElse(false);
        };
    }

    private Path path(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("a key stays inside the data folder");
        }
        return path;
    }

    private static String version(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
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
