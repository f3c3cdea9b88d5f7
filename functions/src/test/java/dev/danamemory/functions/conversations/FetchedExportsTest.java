package dev.danamemory.functions.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.FolderOfDownloads;
import dev.danamemory.blob.InterruptedBlobs;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.TurnRef;
import dev.danamemory.summary.RulesSummariser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody exports a large conversation before any of the calls by which somebody else clears, redacts or erases it. When
 * that is done nothing can be fetched any more that shows what is gone, and no late sweep was needed.
 */
class FetchedExportsTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "large");
    private static final int TURNS = 18;
    private static final int TEXT = 250 * 1024;
    private static final int MOST_CALLS = 200;

    /** What somebody else does. */
    enum Protocol {
        CLEAR(store -> store.clear(KEY)),
        REDACT_NEW(store -> store.redact(KEY, new TurnRef.ByNumber(TURNS), new RulesSummariser())),
        REDACT_SEALED(store -> store.redact(KEY, new TurnRef.ByNumber(1), new RulesSummariser())),
        ERASE(store -> store.erase(KEY)),
        ERASE_USER(store -> store.eraseUser(KEY.user()));

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Work work;

        Protocol(Work work) {
            this.work = work;
        }
    }

    /** Done with a store. */
    private interface Work {
        void on(ConversationStore store);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void whoeverComesBetweenGetsNothingThatStays(Protocol protocol) throws IOException {
        int call = 1;
        boolean hasHappened = true;
        while (hasHappened && call < MOST_CALLS) {
            Path place = folder.resolve(Integer.toString(call));
            try (DiskBlobs disk = DiskBlobs.open(place)) {
                hasHappened = exportsBefore(call, protocol, disk);
            }
            delete(place);
            call++;
        }
        assertThat(call).isBetween(5, MOST_CALLS - 1);
    }

    private static boolean exportsBefore(int call, Protocol protocol, DiskBlobs disk) {
        InterruptedBlobs blobs = new InterruptedBlobs(disk);
        BlobConversationStore store = store(blobs, disk);
        importLarge(store);
        FetchedExports exports = new FetchedExports(store(disk, disk), downloads(disk, disk));
        blobs.before(call, () -> {
            Optional<Exports.Exported> exported = exports.of(KEY);
            exported.ifPresent(
                    one -> assertThat(one.isFile()).isEqualTo(!one.json().has("download")));
        });

        protocol.work.on(store);

        List<Long> present = store.load(KEY, 1)
                .map(live -> List.of(live.header().generation()))
                .orElse(List.of());
        List<Long> kept = disk.listAll("downloads/", "").stream()
                .map(entry -> Long.parseLong(entry.name().split("-", -1)[1]))
                .toList();
        assertThat(present).as("%s, exported before call %d", protocol, call).containsAll(kept);
        return blobs.hasHappened();
    }

    private static Downloads downloads(Blobs blobs, DiskBlobs disk) {
        return new BlobDownloads(
                blobs,
                new FolderOfDownloads(disk),
                "",
                Sha256::hex,
                new NewIds(new SecureRandom()),
                InstantSource.system());
    }

    private static BlobConversationStore store(Blobs blobs, DiskBlobs disk) {
        return new BlobConversationStore(
                blobs,
                "",
                new ArchiveWithDownloads(new BlobArchive(blobs, ""), downloads(blobs, disk)),
                new NewIds(new SecureRandom()),
                InstantSource.system());
    }

    private static void importLarge(ConversationStore store) {
        var file = JsonNodeFactory.instance.objectNode();
        var history = file.putArray("history");
        for (int n = 1; n <= TURNS; n++) {
            history.addObject()
                    .put("turn_id", "t-" + n)
                    .put("user_input", "x".repeat(TEXT))
                    .put("agent_response", "")
                    .put("timestamp", "2026-11-22");
        }
        store.importFile(
                KEY,
                new ImportRequest(
                        DanaFileCodec.read(JsonWriter.bytes(file), "large"),
                        "default",
                        "digest",
                        MemorySettings.defaults()));
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
