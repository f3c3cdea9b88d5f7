package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.TurnRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where archived turns go, and what becomes of large exports, as the environment says. */
class ArchiveWiringTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "kitchen");

    @TempDir
    Path folder;

    private Ports ports(String... more) {
        Map<String, String> environment =
                new HashMap<>(Map.of("MEMORY_DATA_DIR", folder.resolve("data").toString()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new Wiring(environment).ports();
    }

    /** Archives a conversation of 65 turns, and reads one of them. */
    private static void archive(Ports ports) {
        String turns = IntStream.rangeClosed(1, 65)
                .mapToObj(n ->
                        "{\"user_input\": \"question %d\", \"agent_response\": \"a\", \"timestamp\": \"2026-01-01\"}"
                                .formatted(n))
                .collect(Collectors.joining(",", "{\"history\": [", "]}"));
        ports.store()
                .importFile(
                        KEY,
                        new ImportRequest(
                                DanaFileCodec.read(turns.getBytes(StandardCharsets.UTF_8), "kitchen"),
                                "default",
                                "digest",
                                MemorySettings.defaults()));
        assertThat(ports.upkeep().archives()).isTrue();
        assertThat(ports.upkeep().archive(KEY, Instant.now().plusSeconds(60), 20))
                .isInstanceOf(Retirement.Done.class);
        assertThat(ports.store()
                        .turn(KEY, new TurnRef.ByNumber(3))
                        .orElseThrow()
                        .userInput())
                .isEqualTo("question 3");
    }

    private static boolean hasArchive(Path place) throws IOException {
        if (!Files.isDirectory(place.resolve("archive"))) {
            return false;
        }
        try (Stream<Path> files = Files.walk(place.resolve("archive"))) {
            return files.anyMatch(file -> file.toString().endsWith(".json.gz"));
        }
    }

    @Test
    void besideTheDataByDefault() throws IOException {
        archive(ports());
        assertThat(hasArchive(folder.resolve("data"))).isTrue();
    }

    @Test
    void inAFolderOfItsOwn() throws IOException {
        Path cold = folder.resolve("cold");
        archive(ports("MEMORY_ARCHIVE", cold.toString()));
        assertThat(hasArchive(cold)).isTrue();
        assertThat(hasArchive(folder.resolve("data"))).isFalse();
    }

    @Test
    void whatCannotBeUsedStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ports("MEMORY_ARCHIVE", file.toString()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_ARCHIVE");
        assertThatThrownBy(() -> ports("MEMORY_ARCHIVE", "ftp://archive"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_ARCHIVE");
        // though the bucket is opened by the first call that needs it
        assertThatThrownBy(() -> ports("MEMORY_ARCHIVE", "s3://archive", "MEMORY_ARCHIVE_CLASS", "GLACIER"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_ARCHIVE_CLASS");
    }

    @Test
    void largeExportsAreAnsweredHereAndNotByALambda() {
        assertThat(ports().largeExports()).isInstanceOf(LargeExports.Whole.class);
        assertThat(ports("AWS_LAMBDA_FUNCTION_NAME", "chat").largeExports()).isInstanceOf(LargeExports.Refused.class);
    }
}
