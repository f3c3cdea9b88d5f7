package dev.danamemory.blob.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that the disk has no room for: tried in a process that may write no file of more than 64 blocks. */
class FullDiskTest {
    private static final String KEY = "conversations/u/c.json";

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasThereAndLeavesNothingBehind() throws IOException, InterruptedException {
        try (DiskBlobs blobs = DiskBlobs.open(folder)) {
            blobs.put(KEY, new byte[10], new Condition.Absent());
            assertThat(writeInALimitedProcess()).isEqualTo("refused");
            assertThat(blobs.get(KEY).orElseThrow().bytes()).hasSize(10);
            try (var files = Files.list(folder.resolve("conversations/u"))) {
                assertThat(files.map(file -> file.getFileName().toString())).containsExactly("c.json");
            }
        }
    }

    private String writeInALimitedProcess() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        // the JVM writes performance data to a file of its own, which is larger
                        "ulimit -f 64; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                        java,
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    /** Overwrites the object with a mebibyte. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            try (DiskBlobs blobs = DiskBlobs.open(Path.of(args[0]))) {
                String version = blobs.get(KEY).orElseThrow().version();
                blobs.put(KEY, new byte[1 << 20], new Condition.Match(version));
                System.out.println("stored");
            } catch (BlobUnavailableException e) {
                System.out.println("refused");
            }
        }
    }
}
