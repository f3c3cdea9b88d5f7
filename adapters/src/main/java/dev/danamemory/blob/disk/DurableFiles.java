package dev.danamemory.blob.disk;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes files so that a power cut leaves the old or the new one: write beside it, sync, rename over it, sync the
 * folder.
 */
final class DurableFiles {
    private static final int TRIES = 5;

    private final Path root;
    private final FilePort port;

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
        // a name of its own, for a writer that was killed may have left one behind
        Path beside = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            port.write(beside, bytes);
            port.sync(beside);
            port.rename(beside, file);
        } catch (IOException e) {
            deleteLeftover(beside, e);
            throw e;
        }
        port.syncFolder(folderOf(file));
    }

    private void deleteLeftover(Path beside, IOException cause) {
        try {
            port.delete(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void delete(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        port.delete(file);
        port.syncFolder(folderOf(file));
        removeEmptyFolders(folderOf(file));
    }

    private void makeFolders(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path f = folder; !f.equals(root) && !Files.isDirectory(f); f = folderOf(f)) {
            missing.push(f);
        }
        for (Path f : missing) {
            port.makeFolder(f);
            port.syncFolder(folderOf(f));
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
