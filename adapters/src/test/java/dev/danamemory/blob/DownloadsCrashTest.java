package dev.danamemory.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Import;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UpkeepWithDownloads;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.TestClock;
import dev.danamemory.summary.RulesSummariser;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A protocol that dies before any of its calls, and is repeated or not: after the late sweep nobody can fetch what was to
 * go, and nothing goes that shows what is still there.
 */
class DownloadsCrashTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "Chat.1");
    private static final int MOST_CALLS = 200;

    /** What a conversation may live to see. */
    enum Protocol {
        CLEAR(opened -> opened.store.clear(KEY)),
        REDACT(opened -> opened.store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser())),
        ERASE(opened -> opened.store.erase(KEY)),
        ERASE_USER(opened -> opened.store.eraseUser(KEY.user())),
        DELETE(opened -> opened.upkeep.delete(KEY, opened.clock.instant().plus(Duration.ofDays(1)))),
        ARCHIVE(opened -> opened.upkeep.archive(KEY, opened.clock.instant().plus(Duration.ofDays(1)), 20));

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<Opened> run;

        Protocol(Consumer<Opened> run) {
            this.run = run;
        }
    }

    @TempDir
    Path folder;

    /** A store of a process, with its downloads. */
    private static final class Opened {
        private final InterruptedBlobs blobs;
        private final TestClock clock;
        private final Downloads downloads;
        private final BlobConversationStore store;
        private final UpkeepWithDownloads upkeep;

        Opened(DiskBlobs disk, TestClock clock) {
            this.blobs = new InterruptedBlobs(disk);
            this.clock = clock;
            NewIds ids = new NewIds(new SecureRandom());
            this.downloads = new BlobDownloads(blobs, new FolderOfDownloads(disk), "", Sha256::hex, ids, clock);
            this.store = new BlobConversationStore(
                    blobs, "", new ArchiveWithDownloads(new BlobArchive(blobs, ""), downloads), ids, clock);
            this.upkeep = new UpkeepWithDownloads(store.upkeep(), downloads);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void repeated(Protocol protocol) throws IOException {
        assertThat(crashes(protocol, true)).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void neverRepeated(Protocol protocol) throws IOException {
        assertThat(crashes(protocol, false)).isGreaterThan(3);
    }

    /** Dies before call 1, 2, 3 … until there are no more; returns how many there were. */
    private int crashes(Protocol protocol, boolean isRepeated) throws IOException {
        for (int call = 1; call < MOST_CALLS; call++) {
            try (DiskBlobs disk = DiskBlobs.open(folder.resolve(protocol + "-" + isRepeated + "-" + call))) {
                if (!hasDied(protocol, disk, call, isRepeated)) {
                    return call - 1;
                }
            }
        }
        throw new AssertionError("it never ends");
    }

    private static boolean hasDied(Protocol protocol, DiskBlobs disk, int call, boolean isRepeated) {
        TestClock clock = new TestClock();
        Opened first = new Opened(disk, clock);
        first.downloads.put(conversation(first), new byte[] {'{', '}'});
        first.blobs.before(call, () -> {
            throw new ProcessDied();
        });
        try {
            protocol.run.accept(first);
        } catch (ProcessDied _) {
            // the next process goes on
        }
        boolean hasDied = first.blobs.hasHappened();
        Opened second = new Opened(disk, clock);
        if (isRepeated) {
            protocol.run.accept(second);
            assertNothingOutdated(second, protocol + " before call " + call + ", repeated");
        }
        // cleanup compares with the time of files
        Duration behind = Duration.between(clock.instant(), Instant.now());
        clock.advance(behind.isPositive() ? behind : Duration.ZERO);
        clock.advance(Duration.ofMinutes(70));
        assertThat(second.upkeep.sweep().isDone()).isTrue();
        assertNothingOutdated(second, protocol + " before call " + call);
        return hasDied;
    }

    private static ConversationHeader conversation(Opened opened) {
        return ((Import.Imported) opened.store.importFile(KEY, Samples.request(Samples.file(1, 45))))
                .conversation()
                .header();
    }

    private static void assertNothingOutdated(Opened opened, String when) {
        List<Long> present = opened.store
                .load(KEY, 1)
                .map(live -> List.of(live.header().generation()))
                .orElse(List.of());
        List<Long> kept = opened.blobs.listAll("downloads/", "").stream()
                .map(entry -> DownloadName.of(entry).orElseThrow().generation())
                .toList();
        assertThat(present).as(when).containsAll(kept);
    }
}
