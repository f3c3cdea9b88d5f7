package dev.danamemory.blob.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.Blobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.Refusal;
import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Downloads.Download;
import dev.danamemory.store.Meter;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UpkeepWithDownloads;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.TestClock;
import dev.danamemory.summary.RulesSummariser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Downloads beside a store on S3, and what becomes of them when something happens to the conversation. */
class DownloadsTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "Chat.1");
    private static final byte[] FILE = "{\"history\": []}".getBytes(UTF_8);

    private final TestS3 s3 = TestS3.shared();
    private final String prefix = TestS3.freshPrefix();
    private final S3Client client = s3.sharedClient();
    private final TestClock clock = new TestClock();
    private final NewIds ids = new NewIds(new SecureRandom());
    private final Blobs blobs = new S3Blobs(client, s3.bucket());
    private final Downloads downloads = downloads(client);
    private final BlobConversationStore store = new BlobConversationStore(
            blobs, prefix, new ArchiveWithDownloads(new BlobArchive(blobs, prefix), downloads), ids, clock);
    private final StoreUpkeep upkeep = new UpkeepWithDownloads(store.upkeep(), downloads);
    private final HttpClient http = HttpClient.newHttpClient();

    private Downloads downloads(S3Client other) {
        return new BlobDownloads(
                new S3Blobs(other, s3.bucket()),
                new S3SharedBlobs(other, s3.bucket()),
                prefix,
                name -> Sha256.hex("key " + name),
                ids,
                clock);
    }

    @AfterEach
    void stop() {
        http.close();
    }

    private ConversationHeader conversation(ConversationKey key, int turns) {
        Conversation last = ((Creation.Created) store.create(key, Samples.titled("Title"))).conversation();
        for (int n = 1; n <= turns; n++) {
            last = Bench.appended(store.append(last, Samples.turn("turn " + n), Bench.SETTINGS))
                    .conversation();
        }
        return last.header();
    }

    private int status(Download download) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(download.url())).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private List<String> kept() {
        return client.listObjectsV2(list -> list.bucket(s3.bucket()).prefix(prefix + "downloads/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    // cleanup compares with the server's clock
    private void present() {
        Duration behind = Duration.between(clock.instant(), Instant.now());
        clock.advance(behind.isPositive() ? behind : Duration.ZERO);
    }

    @Test
    void aNameTellsNothingButHowOldItIs() {
        ConversationHeader header = conversation(KEY, 1);
        downloads.put(header, FILE);
        downloads.put(header, FILE);

        assertThat(kept())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name)
                        .matches("\\Q" + prefix + "\\Edownloads/alice/[0-9a-f]{32}-" + header.generation()
                                + "-[0-9a-z]{32}\\.json\\.gz"));
    }

    @Test
    void anAddressHoldsForAnHour() throws IOException, InterruptedException {
        Download made = downloads.put(conversation(KEY, 1), FILE);

        assertThat(made.bytes()).isEqualTo(FILE.length);
        assertThat(made.expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(60)));
        assertThat(made.url()).contains("X-Amz-Expires=3600");
        assertThat(status(made)).isEqualTo(200);
    }

    @Test
    void requestsAreCounted() {
        Meter meter = new Meter();
        ConversationHeader header = conversation(KEY, 1);
        Downloads counted = downloads.within(meter, Deadline.in(Duration.ofSeconds(9)));
        counted.put(header, FILE);
        assertThat(meter.use().writes()).isEqualTo(1);
        counted.sweep(KEY, header.generation());
        assertThat(meter.use().reads()).isEqualTo(1);
        assertThat(meter.use().writes()).isEqualTo(2);
    }

    @Test
    void eachProtocolTakesThemAlong() throws IOException, InterruptedException {
        ConversationHeader first = conversation(KEY, 3);
        Download shown = downloads.put(first, FILE);
        assertThat(store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser()))
                .isPresent();
        assertThat(status(shown)).isEqualTo(404);

        Download cleared = downloads.put(store.load(KEY, 1).orElseThrow().header(), FILE);
        store.clear(KEY);
        assertThat(status(cleared)).isEqualTo(404);

        Download erased = downloads.put(store.load(KEY, 1).orElseThrow().header(), FILE);
        store.erase(KEY);
        assertThat(status(erased)).isEqualTo(404);

        Download deleted = downloads.put(conversation(KEY, 1), FILE);
        clock.advance(Duration.ofDays(2));
        assertThat(upkeep.delete(KEY, clock.instant().minus(Duration.ofDays(1))))
                .isInstanceOf(Retirement.Done.class);
        assertThat(status(deleted)).isEqualTo(404);

        downloads.put(conversation(KEY, 1), FILE);
        store.eraseUser(KEY.user());
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatOthersExportedStays() {
        Download mine = downloads.put(conversation(KEY, 1), FILE);
        Download alike = downloads.put(conversation(new ConversationKey(KEY.user(), "Chat"), 1), FILE);
        Download others = downloads.put(conversation(new ConversationKey(new UserId("bob"), "Chat.1"), 1), FILE);

        store.erase(KEY);

        assertThat(List.of(mine, alike, others))
                .satisfiesExactly(
                        one -> assertThat(status(one)).isEqualTo(404),
                        one -> assertThat(status(one)).isEqualTo(200),
                        one -> assertThat(status(one)).isEqualTo(200));
    }

    @Test
    void whatCameLateGoesWithTheLateSweep() throws IOException, InterruptedException {
        ConversationHeader first = conversation(KEY, 3);
        store.redact(KEY, new TurnRef.ByNumber(2), new RulesSummariser());
        Download redacted = downloads.put(first, FILE);
        ConversationHeader second = store.load(KEY, 1).orElseThrow().header();
        Download current = downloads.put(second, FILE);
        present();
        clock.advance(Duration.ofMinutes(70));
        upkeep.sweep();
        assertThat(status(redacted)).isEqualTo(404);
        assertThat(status(current)).as("what shows the present").isEqualTo(200);

        store.erase(KEY);
        Download erased = downloads.put(second, FILE);
        clock.advance(Duration.ofMinutes(70));
        upkeep.sweep();
        assertThat(status(erased)).isEqualTo(404);
    }

    @Test
    void anHourAfterTheAddressEndedTheFileGoes() {
        downloads.put(conversation(KEY, 1), FILE);
        present();
        clock.advance(Duration.ofMinutes(110));
        assertThat(upkeep.sweep().isDone()).isTrue();
        assertThat(kept()).hasSize(1);
        clock.advance(Duration.ofMinutes(20));
        assertThat(upkeep.sweep().isDone()).isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whenTimeIsOverTheRestIsLeftForTheNext() {
        ConversationHeader header = conversation(KEY, 1);
        downloads.put(header, FILE);
        Downloads late = downloads.within(new Meter(), Deadline.in(Duration.ofMillis(-1)));

        assertThatThrownBy(() -> late.sweep(KEY, header.generation())).isInstanceOf(StoreUnavailableException.class);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void theMissingPermissionIsTold() {
        ConversationHeader header = conversation(KEY, 1);
        try (FaultyProxy proxy = FaultyProxy.before(s3.endpoint());
                S3Client refused = s3.at(proxy.url()).client()) {
            proxy.faults(request -> new ProxyFault.Refuse(Refusal.s3(403, "AccessDenied", "no")));
            assertThatThrownBy(() -> downloads(refused).put(header, FILE))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("s3:PutObject")
                    .hasMessageNotContaining("alice");
        }
    }
}
