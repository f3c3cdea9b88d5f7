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
                            "make list/u",
                            "write list/u/.a.json.tmp",
                            "sync list/u/.a.json.tmp",
                            "rename list/u/.a.json.tmp to list/u/a.json",
                            "sync folder list/u",
                            "sync folder list",
                            "sync folder ");
            calls.clear();
            String version = blobs.get("list/u/a.json").orElseThrow().version();
            blobs.put("list/u/a.json", BYTES, new Condition.Match(version));
            assertThat(calls)
                    .containsExactly(
                            "write list/u/.a.json.tmp",
                            "sync list/u/.a.json.tmp",
                            "rename list/u/.a.json.tmp to list/u/a.json",
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
            assertThat(calls)
                    .containsExactly("delete list/u/.a.json.tmp", "delete list/u/a.json", "sync folder list/u");
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
    void aFolderWhoseSyncFailedIsSyncedBeforeWhatIsInItIsTakenForStored() throws IOException {
        List<String> calls = new ArrayList<>();
        try (DiskBlobs blobs = DiskBlobs.open(folder, new Recording(calls, "sync folder list/u"))) {
            assertThatThrownBy(() -> blobs.put("list/u/a.json", BYTES, new Condition.Absent()))
                    .isInstanceOf(BlobUnavailableException.class);
            calls.clear();
            assertThatThrownBy(() -> blobs.get("list/u/a.json")).isInstanceOf(BlobUnavailableException.class);
            assertThat(calls).containsExactly("sync folder list/u");
        }
        try (DiskBlobs healed = DiskBlobs.open(folder)) {
            assertThat(healed.get("list/u/a.json").orElseThrow().bytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void whatAKilledWriterLeftGoesWithTheNextWriteDeleteOrListing() throws IOException {
        Path left = folder.resolve("turns/u/c/.1.json.tmp");
        try (DiskBlobs blobs = DiskBlobs.open(folder)) {
            leave(left);
            assertThat(blobs.list("turns/u/c/", "", 10).entries()).isEmpty();
            assertThat(folder.resolve("turns")).doesNotExist();

            leave(left);
            blobs.put("turns/u/c/1.json", BYTES, new Condition.Absent());
            assertThat(left).doesNotExist();

            leave(left);
            blobs.remove("turns/u/c/1.json");
            assertThat(left).doesNotExist();
        }
    }

    private static void leave(Path left) throws IOException {
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half a turn");
    }

    @Test
    void aFolderThatCannotBeReadIsNotAnEmptyOne() throws IOException {
        try (DiskBlobs blobs = DiskBlobs.open(folder)) {
            Files.createDirectories(folder.resolve("list"));
            Files.writeString(folder.resolve("list/u"), "a file where a folder should be");
            assertThatThrownBy(() -> blobs.put("list/u/a.json", BYTES, new Condition.Absent()))
                    .isInstanceOf(BlobUnavailableException.class);
            assertThatThrownBy(() -> blobs.remove("list/u/a.json")).isInstanceOf(BlobUnavailableException.class);
            assertThatThrownBy(() -> blobs.get("list/u/a.json")).isInstanceOf(BlobUnavailableException.class);
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

        // the folder may be a link's end
        private String name(Path path) throws IOException {
            return folder.toRealPath().relativize(path).toString();
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
        public boolean delete(Path file) throws IOException {
            boolean deleted = real.delete(file);
            call("delete " + name(file));
            return deleted;
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
