package dev.danamemory.blob.disk;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes files so that a power cut leaves the old or the new one: write beside it, sync, rename over it, sync the
 * folder. The caller has the file's key locked, so the name beside is the file's own too, and what a writer that was
 * killed left there goes with the next write, delete or {@link #tidy}.
 */
final class DurableFiles {
    private static final int TRIES = 5;
    private static final String BESIDE_PREFIX = ".";
    private static final String BESIDE_SUFFIX = ".tmp";

    private final Path root;
    private final FilePort port;
    // folders whose names may not be on the disk, for a sync failed
    private final Set<Path> unsynced = ConcurrentHashMap.newKeySet();

    DurableFiles(Path root, FilePort port) {
        this.root = root;
        this.port = port;
    }

    void replace(Path file, byte[] bytes) throws IOException {
        for (int tries = 1; ; tries++) {
            makeFolders(folderOf(file));
            try {
                replaceInFolder(file, bytes);
                return;
            } catch (NoSuchFileException folderWasRemoved) {
                // a delete tidied the empty folder away between our two steps
                if (tries == TRIES) {
                    throw folderWasRemoved;
                }
            }
        }
    }

    private void replaceInFolder(Path file, byte[] bytes) throws IOException {
        Path beside = beside(file);
        boolean isFirst = isEmpty(folderOf(file));
        try {
            port.write(beside, bytes);
            port.sync(beside);
            port.rename(beside, file);
        } catch (IOException e) {
            deleteLeftover(beside, e);
            throw e;
        }
        syncFolder(folderOf(file));
        if (isFirst) {
            // who made the folder may have died before he synced it into its own
            for (Path f = folderOf(file); !f.equals(root); f = folderOf(f)) {
                syncFolder(folderOf(f));
            }
        }
    }

    private void deleteLeftover(Path beside, IOException cause) {
        try {
            port.delete(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void delete(Path file) throws IOException {
        port.delete(beside(file));
        if (port.delete(file)) {
            syncFolder(folderOf(file));
            removeEmptyFolders(folderOf(file));
        }
    }

    /** Removes what a writer of this file that was killed left beside it. */
    void tidy(Path file) throws IOException {
        port.delete(beside(file));
        removeEmptyFolders(folderOf(file));
    }

    /** Brings a folder to the disk whose sync failed: what is read from it may be taken for stored. */
    void settle(Path file) throws IOException {
        if (unsynced.contains(folderOf(file))) {
            syncFolder(folderOf(file));
        }
    }

    /** The file that a name beside belongs to, or null when it is no such name. */
    static @Nullable Path owner(Path beside) {
        String name = String.valueOf(beside.getFileName());
        return name.startsWith(BESIDE_PREFIX) && name.endsWith(BESIDE_SUFFIX)
                ? beside.resolveSibling(name.substring(BESIDE_PREFIX.length(), name.length() - BESIDE_SUFFIX.length()))
                : null;
    }

    private static Path beside(Path file) {
        return file.resolveSibling(BESIDE_PREFIX + file.getFileName() + BESIDE_SUFFIX);
    }

    private void syncFolder(Path folder) throws IOException {
        unsynced.add(folder);
        port.syncFolder(folder);
        unsynced.remove(folder);
    }

    private void makeFolders(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path f = folder; !f.equals(root) && !Files.isDirectory(f); f = folderOf(f)) {
            missing.push(f);
        }
        for (Path f : missing) {
            port.makeFolder(f);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        }
    }

    private void removeEmptyFolders(Path folder) throws IOException {
        for (Path f = folder; !f.equals(root); f = folderOf(f)) {
            try {
                Files.deleteIfExists(f);
            } catch (DirectoryNotEmptyException stillUsed) {
                return;
            }
        }
    }

    private static Path folderOf(Path path) {
        @Nullable Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a path inside the data folder has a parent");
        }
        return parent;
    }
}
