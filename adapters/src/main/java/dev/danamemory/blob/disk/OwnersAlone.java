package dev.danamemory.blob.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Makes files and folders that nobody but their owner can read, where the file system knows owners. */
final class OwnersAlone {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnersAlone() {}

    /** For a new file in this folder. */
    static FileAttribute<?>[] file(Path folder) {
        return attributes(folder, FILE);
    }

    /** For a new folder in this one. */
    static FileAttribute<?>[] folder(Path parent) {
        return attributes(parent, FOLDER);
    }

    /**
     * Makes the data folder. One that is there already and holds other things keeps its permissions: it may be shared,
     * and what we put into it is closed on its own.
     *
     * @param known a name that our own data folders have
     */
    static void makeDataFolder(Path folder, String known) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            if (isOurs(absolute, known) && hasOwners(absolute)) {
                Files.setPosixFilePermissions(absolute, FOLDER);
            }
            return;
        }
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
            Files.createDirectories(absolute, folder(parent));
        }
    }

    private static boolean isOurs(Path folder, String known) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return Files.exists(folder.resolve(known)) || inside.findAny().isEmpty();
        }
    }

    private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions) {
        return hasOwners(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasOwners(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
