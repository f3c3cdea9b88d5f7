package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.FolderOfDownloads;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UpkeepWithDownloads;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.TestClock;
import dev.danamemory.summary.RulesSummariser;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Downloads beside a table's archive go with what they show. */
class DownloadsBesideTableTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "Chat.1");
    private static final byte[] FILE = {'{', '}'};

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final DynamoDbClient client = TestDynamo.quickClient();
    private DiskBlobs blobs;
    private Downloads downloads;
    private DynamoConversationStore store;
    private StoreUpkeep upkeep;
    private Consumer<ConversationHeader> duringRedaction = header -> {};
    private int exportedMeanwhile;

    @BeforeEach
    void open() throws IOException {
        blobs = DiskBlobs.open(folder);
        NewIds ids = new NewIds(new SecureRandom());
        downloads = new BlobDownloads(blobs, new FolderOfDownloads(blobs), "", Sha256::hex, ids, clock);
        store = new DynamoConversationStore(
                client,
                TestDynamo.createTable(client),
                new ArchiveWithDownloads(interrupted(new BlobArchive(blobs, "")), downloads),
                ids,
                clock);
        upkeep = new UpkeepWithDownloads(store.upkeep(), downloads);
    }

    @AfterEach
    void close() {
        blobs.close();
    }

    private ConversationHeader conversation() {
        Conversation last = ((Creation.Created) store.create(KEY, Samples.titled("Title"))).conversation();
        for (int n = 1; n <= 3; n++) {
            last = Bench.appended(store.append(last, Samples.turn("turn " + n), Bench.SETTINGS))
                    .conversation();
        }
        return last.header();
    }

    private ConversationHeader header() {
        return store.load(KEY, 1).orElseThrow().header();
    }

    private List<Long> kept() {
        return blobs.listAll("downloads/", "").stream()
                .map(entry -> Long.parseLong(entry.name().split("-", -1)[1]))
                .toList();
    }

    @Test
    void eachProtocolTakesThemAlong() {
        downloads.put(conversation(), FILE);
        store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser());
        assertThat(kept()).as("redacted").isEmpty();

        downloads.put(header(), FILE);
        store.clear(KEY);
        assertThat(kept()).as("cleared").isEmpty();

        downloads.put(header(), FILE);
        store.erase(KEY);
        assertThat(kept()).as("erased").isEmpty();

        downloads.put(conversation(), FILE);
        clock.advance(Duration.ofDays(2));
        assertThat(upkeep.delete(KEY, clock.instant().minus(Duration.ofDays(1))))
                .isInstanceOf(Retirement.Done.class);
        assertThat(kept()).as("deleted by age").isEmpty();

        downloads.put(conversation(), FILE);
        store.eraseUser(KEY.user());
        assertThat(kept()).as("erased with its user").isEmpty();
    }

    @Test
    void whoExportsWhileARedactionIsNotCompleteLeavesNothing() {
        conversation();
        duringRedaction = header -> downloads.put(header, FILE);
        store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser());
        assertThat(kept()).isEmpty();
        assertThat(exportedMeanwhile).isPositive();
    }

    /** In which somebody else does something before copies of a turn are redacted. */
    private TurnArchive interrupted(TurnArchive archive) {
        return (TurnArchive) Proxy.newProxyInstance(
                DownloadsBesideTableTest.class.getClassLoader(),
                new Class<?>[] {TurnArchive.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return proxy;
                    }
                    if (method.getName().equals("redact")) {
                        exportedMeanwhile++;
                        duringRedaction.accept((ConversationHeader) arguments[0]);
                    }
                    return method.invoke(archive, arguments);
                });
    }

    @Test
    void whatCameLateGoesWithTheLateSweep() {
        ConversationHeader first = conversation();
        store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser());
        downloads.put(first, FILE);
        ConversationHeader second = header();
        downloads.put(second, FILE);
        clock.advance(Duration.ofMinutes(70));
        upkeep.sweep();
        assertThat(kept()).as("what shows the present").containsExactly(second.generation());

        store.erase(KEY);
        downloads.put(second, FILE);
        clock.advance(Duration.ofMinutes(70));
        upkeep.sweep();
        assertThat(kept()).isEmpty();
    }
}
