package dev.danamemory.blob.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.PutResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut may come between any two calls: their order decides what it leaves. */
class DurableFilesTest {
    private static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void writesBesideSyncsRenamesAndSyncsTheFolder() throws IOException {
        List<String> calls = new ArrayList<>();
        try (DiskBlobs blobs = DiskBlobs.open(folder, new Recording(calls, ""))) {
            blobs.put("list/u/a.json", BYTES, new Condition.Absent());
            assertThat(calls)
                    .containsExactly(
                            "make list",
                            "sync folder ",
                            "make list/u",
                            "sync folder list",
                            "write list/u/.tmp",
                            "sync list/u/.tmp",
                            "rename list/u/.tmp to list/u/a.json",
                            "sync folder list/u");
            calls.clear();
            String version = blobs.get("list/u/a.json").orElseThrow().version();
            blobs.put("list/u/a.json", BYTES, new Condition.Match(version));
            assertThat(calls)
                    .containsExactly(
                            "write list/u/.tmp",
                            "sync list/u/.tmp",
                            "rename list/u/.tmp to list/u/a.json",
                            "sync folder list/u");
        }
    }

    @Test
    void aDeleteReachesTheDiskBeforeItIsAnswered() throws IOException {
        List<String> calls = new ArrayList<>();
        try (DiskBlobs blobs = DiskBlobs.open(folder, new Recording(calls, ""))) {
            blobs.put("list/u/a.json", BYTES, new Condition.Absent());
            blobs.put("list/u/b.json", BYTES, new Condition.Absent());
            calls.clear();
            blobs.remove("list/u/a.json");
            assertThat(calls).containsExactly("delete list/u/a.json", "sync folder list/u");
        }
    }

    @Test
    void aWriteThatFailsAnywhereLeavesTheOldFileAndNothingBeside() throws IOException {
        try (DiskBlobs sound = DiskBlobs.open(folder)) {
            sound.put("list/u/a.json", BYTES, new Condition.Absent());
            String version = sound.get("list/u/a.json").orElseThrow().version();
            for (String failing : List.of("write", "sync list", "rename")) {
                try (DiskBlobs blobs = DiskBlobs.open(folder, new Recording(new ArrayList<>(), failing))) {
                    assertThatThrownBy(() -> blobs.put("list/u/a.json", new byte[9], new Condition.Match(version)))
                            .isInstanceOf(BlobUnavailableException.class);
                }
                assertThat(sound.get("list/u/a.json").orElseThrow().bytes()).isEqualTo(BYTES);
                try (var files = Files.list(folder.resolve("list/u"))) {
                    assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.json");
                }
            }
        }
    }

    @Test
    void anEmptyFolderIsTidiedAwayAndMadeAgain() throws IOException {
        try (DiskBlobs blobs = DiskBlobs.open(folder)) {
            blobs.put("turns/u/c/e/1.json", BYTES, new Condition.Absent());
            blobs.remove("turns/u/c/e/1.json");
            assertThat(folder.resolve("turns")).doesNotExist();
            assertThat(blobs.put("turns/u/c/e/1.json", BYTES, new Condition.Absent()))
                    .isInstanceOf(PutResult.Stored.class);
        }
    }

    /** The real file system, written down; the first call that begins like {@code failing} fails. */
    private final class Recording implements FilePort {
        private final RealFiles real = new RealFiles();
        private final List<String> calls;
        private final String failing;

        Recording(List<String> calls, String failing) {
            this.calls = calls;
            this.failing = failing;
        }

        private void call(String text) throws IOException {
            calls.add(text);
            if (!failing.isEmpty() && text.startsWith(failing)) {
                throw new IOException("as the test wants it");
            }
        }

        // temporary names are random; the folder is real, and so may be a link's end
        private String name(Path path) throws IOException {
            String name = folder.toRealPath().relativize(path).toString();
            return name.replaceAll("/\\.[0-9a-f-]{36}\\.tmp", "/.tmp");
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            real.write(file, bytes);
            call("write " + name(file));
        }

        @Override
        public void sync(Path file) throws IOException {
            real.sync(file);
            call("sync " + name(file));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            call("rename " + name(from) + " to " + name(to));
            real.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            real.delete(file);
            call("delete " + name(file));
        }

        @Override
        public void makeFolder(Path made) throws IOException {
            real.makeFolder(made);
            call("make " + name(made));
        }

        @Override
        public void syncFolder(Path synced) throws IOException {
            real.syncFolder(synced);
            call("sync folder " + name(synced));
        }
    }
}
