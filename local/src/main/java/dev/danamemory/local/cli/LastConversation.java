package dev.danamemory.local.cli;

import dev.danamemory.model.Ids;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Remembers which conversation a user had last on this command line, in a small file beside the data. */
final class LastConversation {
    private final Path folder;
    private final Path file;

    LastConversation(StoreChoice choice, UserId user) {
        this.folder = choice.notes();
        // a user's name may be anything, a file's may not
        this.file = folder.resolve("last-" + Sha256.hex(user.value()));
    }

    /** Its id; nothing when there was none or the file does not hold an id. */
    Optional<String> id() throws IOException {
        try {
            String id = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return Optional.of(id).filter(Ids::isId);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** From now on it is this one. */
    void remember(String id) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path written = Files.createTempFile(folder, ".last-", "", ownerOnly("rw-------"));
        try {
            Files.writeString(written, id + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** From now on there is none. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
