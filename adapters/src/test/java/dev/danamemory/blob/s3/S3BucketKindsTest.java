package dev.danamemory.blob.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.Blobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import dev.danamemory.servers.S3Server;
import dev.danamemory.store.ArchiveWithDownloads;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.TestClock;
import dev.danamemory.summary.RulesSummariser;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Buckets that keep versions, and buckets that encrypt with a key of their owner's. */
class S3BucketKindsTest {
    private final TestClock clock = new TestClock();
    private final ConversationKey key = new ConversationKey(new UserId("alice"), "chat");
    private S3Server server;
    private TestS3 s3;
    private S3Client client;
    private BlobConversationStore store;
    private Downloads downloads;

    @BeforeEach
    void start() {
        server = S3Server.start();
        s3 = new TestS3(server.url(), S3Server.REGION, S3Server.ACCESS_KEY, S3Server.SECRET_KEY, "kinds");
        client = s3.client();
        client.createBucket(bucket -> bucket.bucket(s3.bucket()));
        Blobs blobs = new S3Blobs(client, s3.bucket());
        NewIds ids = new NewIds(new SecureRandom());
        downloads = new BlobDownloads(
                blobs, new S3SharedBlobs(client, s3.bucket()), "some/where/", Sha256::hex, ids, clock);
        var archive = new ArchiveWithDownloads(new BlobArchive(blobs, "some/where/"), downloads);
        store = new BlobConversationStore(blobs, "some/where/", archive, ids, clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aBucketWithVersionsForgetsThemWithTheConversation() {
        client.putBucketVersioning(bucket -> bucket.bucket(s3.bucket())
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));

        liveThroughAll();
        assertThat(versions()).as("before cleanup").anyMatch(name -> name.contains("alice"));
        present();
        clock.advance(Duration.ofHours(2));
        assertThat(store.upkeep().sweep().isDone()).isTrue();

        assertThat(versions()).as("after cleanup").noneMatch(name -> name.contains("alice"));
    }

    @Test
    void aBucketWithVersionsKeepsWhatIsCurrent() {
        client.putBucketVersioning(bucket -> bucket.bucket(s3.bucket())
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        Conversation full = filled();
        store.clear(key);
        Conversation again = store.load(key, 20).orElseThrow();
        Bench.appended(store.append(again, Samples.turn("kept"), Bench.SETTINGS));
        present();
        clock.advance(Duration.ofHours(2));

        assertThat(store.upkeep().sweep().isDone()).isTrue();

        assertThat(store.load(key, 20).orElseThrow().turns()).hasSize(1);
        assertThat(versions().stream()
                        .filter(name -> name.contains(full.header().epoch())))
                .isEmpty();
        assertThat(versions().stream().filter(name -> name.contains("/conversations/")))
                .hasSize(1);
    }

    @Test
    void aBucketWithVersionsForgetsArchivesAndDownloads() {
        client.putBucketVersioning(bucket -> bucket.bucket(s3.bucket())
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        Conversation full = filled();
        present();
        clock.advance(Duration.ofDays(2));
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        assertThat(store.upkeep().archive(key, yesterday, 20)).isInstanceOf(Retirement.Done.class);
        downloads.put(full.header(), new byte[] {'{', '}'});
        store.redact(key, new TurnRef.ByNumber(2), new RulesSummariser());
        assertThat(versions().stream().filter(name -> name.contains("/archive/")))
                .as("the archive as it was, and redacted")
                .hasSize(2);
        assertThat(versions().stream().filter(name -> name.contains("/downloads/")))
                .as("the download and the mark that it is deleted")
                .hasSize(2);
        clock.advance(Duration.ofHours(2));
        assertThat(store.upkeep().sweep().isDone()).isTrue();
        assertThat(versions().stream().filter(name -> name.contains("/archive/")))
                .as("redacted")
                .hasSize(1);
        assertThat(versions()).as("redacted").noneMatch(name -> name.contains("/downloads/"));

        store.erase(key);
        assertThat(versions()).as("erased").anyMatch(name -> name.contains("/archive/"));
        clock.advance(Duration.ofHours(2));
        assertThat(store.upkeep().sweep().isDone()).isTrue();
        assertThat(versions()).as("erased").noneMatch(name -> name.contains("alice"));
    }

    @Test
    void whatIsOutOfDateLeavesNoVersionEither() {
        client.putBucketVersioning(bucket -> bucket.bucket(s3.bucket())
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        downloads.put(filled().header(), new byte[] {'{', '}'});
        present();
        clock.advance(Duration.ofHours(3));

        assertThat(downloads.removeOutdated()).isTrue();

        assertThat(versions()).noneMatch(name -> name.contains("/downloads/"));
        assertThat(versions().stream().filter(name -> name.contains("/conversations/")))
                .as("others' versions")
                .hasSizeGreaterThan(1);
    }

    @Test
    void archivesAreOfTheClassThatWasChosen() {
        S3Blobs blobs = new S3Blobs(client, s3.bucket());
        store = new BlobConversationStore(
                blobs,
                "some/where/",
                new BlobArchive(blobs.storedAs(StorageClass.GLACIER_IR), "some/where/"),
                new NewIds(new SecureRandom()),
                clock);
        filled();
        clock.advance(Duration.ofDays(2));
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        assertThat(store.upkeep().archive(key, yesterday, 20)).isInstanceOf(Retirement.Done.class);
        assertThat(classOf("some/where/archive/")).isEqualTo("GLACIER_IR");

        store.redact(key, new TurnRef.ByNumber(2), new RulesSummariser());

        assertThat(classOf("some/where/archive/")).as("written anew").isEqualTo("GLACIER_IR");
        assertThat(classOf("some/where/conversations/")).isEqualTo("STANDARD");
        assertThat(store.turn(key, new TurnRef.ByNumber(3)).orElseThrow().userInput())
                .isEqualTo("turn 3");
    }

    private String classOf(String folder) {
        return client.listObjectsV2(list -> list.bucket(s3.bucket()).prefix(folder)).contents().stream()
                .map(S3Object::storageClassAsString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBucketWithAKeyOfItsOwnIsLikeAnyOther() {
        client.putBucketEncryption(bucket -> bucket.bucket(s3.bucket())
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(ServerSideEncryptionByDefault.builder()
                                .sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                .kmsMasterKeyID("arn:aws:kms:eu-central-1:123456789012:key/0")
                                .build())
                        .build())));

        liveThroughAll();

        assertThat(store.load(key, 20)).isEmpty();
    }

    @Test
    void everythingIsUnderThePrefix() {
        liveThroughAll();
        filled();

        assertThat(client.listObjectsV2(list -> list.bucket(s3.bucket())).contents())
                .isNotEmpty()
                .allMatch(object -> object.key().startsWith("some/where/"));
        BlobConversationStore elsewhere = new BlobConversationStore(
                new S3Blobs(client, s3.bucket()), "some/", new NewIds(new SecureRandom()), clock);
        assertThat(elsewhere.load(key, 20)).isEmpty();
    }

    private void liveThroughAll() {
        filled();
        assertThat(store.turns(key, new PageRequest.After(0, 200, 4L << 20))
                        .orElseThrow()
                        .turns())
                .hasSize(45);
        assertThat(store.clear(key)).isPresent();
        Conversation cleared = store.load(key, 20).orElseThrow();
        Bench.appended(store.append(cleared, Samples.turn("after"), Bench.SETTINGS));
        assertThat(store.erase(key)).isInstanceOf(Erasure.Done.class);
        assertThat(store.load(key, 20)).isEmpty();
    }

    private Conversation filled() {
        Conversation last = ((Creation.Created) store.create(key, Samples.titled("Title"))).conversation();
        for (int n = 1; n <= 45; n++) {
            last = Bench.appended(store.append(last, Samples.turn("turn " + n), Bench.SETTINGS))
                    .conversation();
        }
        return last;
    }

    // cleanup compares with the server's clock
    private void present() {
        Duration behind = Duration.between(clock.instant(), Instant.now());
        clock.advance(behind.isPositive() ? behind : Duration.ZERO);
    }

    private List<String> versions() {
        var versions = client.listObjectVersions(list -> list.bucket(s3.bucket()));
        return Stream.concat(
                        versions.versions().stream().map(ObjectVersion::key),
                        versions.deleteMarkers().stream().map(DeleteMarkerEntry::key))
                .toList();
    }
}
