package dev.danamemory.blob.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersAloneTest {
    @TempDir
    Path parent;

    private void openAndClose(Path folder) throws IOException {
        FileStore.open(folder, InstantSource.system(), new SecureRandom()).close();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void everythingInANewDataFolderIsItsOwnersAlone() throws IOException {
        Path folder = parent.resolve("made").resolve("data");
        openAndClose(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.toList();
            assertThat(all).contains(folder.resolve("key"));
            for (Path path : all) {
                assertThat(permissions(path)).as(path.toString()).endsWith("------");
            }
        }
    }

    @Test
    void anEmptyFolderIsClosed() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        openAndClose(parent);
        assertThat(permissions(parent)).isEqualTo("rwx------");
    }

    @Test
    void aFolderWithOtherThingsKeepsItsPermissions() throws IOException {
        Files.writeString(parent.resolve("somebody's"), "");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        openAndClose(parent);
        assertThat(permissions(parent)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(parent.resolve("key"))).isEqualTo("rw-------");
    }
}
