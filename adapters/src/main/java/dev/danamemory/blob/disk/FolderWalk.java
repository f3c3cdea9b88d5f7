package dev.danamemory.blob.disk;

import dev.danamemory.blob.BlobEntry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder by key; names that begin with a dot are not data. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<BlobEntry> found = new ArrayList<>();
    private final List<Path> leftovers = new ArrayList<>();
    private String after = "";

    FolderWalk(Path root) {
        this.root = root;
    }

    List<BlobEntry> entries(String prefix, String afterKey) throws IOException {
        after = afterKey;
        Path folder = root.resolve(prefix);
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, this);
        }
        found.sort(Comparator.comparing(BlobEntry::key));
        return found;
    }

    /** Files beside which the walk saw a name of a write that may have been broken off. */
    List<Path> leftovers() {
        return leftovers;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path owner = DurableFiles.owner(file);
        String key = root.relativize(file).toString().replace('\\', '/');
        if (owner != null) {
            leftovers.add(owner);
        } else if (key.compareTo(after) > 0) {
            found.add(new BlobEntry(
                    key, attributes.size(), attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // deleted while we walked
        }
        throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        return e == null || e instanceof NoSuchFileException
                ? FileVisitResult.CONTINUE
                : super.postVisitDirectory(folder, e);
    }
}
