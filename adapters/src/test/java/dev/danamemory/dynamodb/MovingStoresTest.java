package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.blob.s3.TestS3;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.dana.RandomFile;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.TestClock;
import dev.danamemory.summary.RulesSummariser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A conversation goes from a folder to DynamoDB, to S3 and into another folder, and is the same history in each. */
class MovingStoresTest {
    private static final int RANDOM_FILES = 25;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final NewIds ids = new NewIds(new SecureRandom());
    private final S3Client s3 = TestS3.shared().client();
    private final DynamoDbClient dynamoDb = TestDynamo.shared().client();
    private final List<DiskBlobs> folders = new ArrayList<>();
    private BlobConversationStore file;
    private ConversationStore table;
    private BlobConversationStore bucket;
    private BlobConversationStore another;

    @BeforeEach
    void open() throws IOException {
        file = inFolder("one");
        another = inFolder("another");
        bucket = new BlobConversationStore(new S3Blobs(s3, TestS3.shared().bucket()), TestS3.freshPrefix(), ids, clock);
        table = new DynamoConversationStore(dynamoDb, TestDynamo.createTable(dynamoDb), ids, clock);
    }

    private BlobConversationStore inFolder(String name) throws IOException {
        DiskBlobs blobs = DiskBlobs.open(folder.resolve(name));
        folders.add(blobs);
        return new BlobConversationStore(blobs, "", ids, clock);
    }

    @AfterEach
    void close() {
        folders.forEach(DiskBlobs::close);
        s3.close();
        dynamoDb.close();
    }

    private static ConversationKey key(String id) {
        return new ConversationKey(new UserId("ada"), id);
    }

    /** What a store exports of a file that it imported. */
    private static JsonNode through(ConversationStore store, ConversationKey key, JsonNode json) {
        DanaFile parsed = DanaFileCodec.read(JsonWriter.bytes(json), key.conversationId());
        String agent = Objects.requireNonNullElse(parsed.agentId(), "default");
        Import imported = store.importFile(
                key, new ImportRequest(parsed, agent, CanonicalJson.digest(json), MemorySettings.defaults()));
        assertThat(imported).isInstanceOf(Import.Imported.class);
        return exported(store, key);
    }

    private static JsonNode exported(ConversationStore store, ConversationKey key) {
        DanaFile out = store.export(key).orElseThrow();
        return DanaFileCodec.write(out, key, out.title());
    }

    private static void assertEqual(JsonNode after, JsonNode before) {
        assertThat(CanonicalJson.equal(after, before))
                .as("before %s\nafter  %s", before, after)
                .isTrue();
    }

    private void archive(StoreUpkeep upkeep, ConversationKey key) {
        clock.advance(Duration.ofDays(2));
        assertThat(upkeep.archive(key, clock.instant().minus(Duration.ofDays(1)), 20))
                .isInstanceOf(Retirement.Done.class);
    }

    private void moves(ConversationKey key, JsonNode first) {
        JsonNode inTable = through(table, key, first);
        assertEqual(inTable, first);
        JsonNode inBucket = through(bucket, key, inTable);
        assertEqual(inBucket, first);
        archive(bucket.upkeep(), key);
        JsonNode archived = exported(bucket, key);
        assertEqual(archived, first);
        assertEqual(through(another, key, archived), first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context_demo.json",
                "demo_agent_memory.json",
                "multi_session_memory.json",
                "windowed_history.json"
            })
    void whatDanaWrote(String name) throws IOException {
        try (InputStream in = MovingStoresTest.class.getResourceAsStream("/dana-files/" + name)) {
            ConversationKey key = key(name);
            JsonNode dana = JsonReader.lenient().read(in.readAllBytes());
            JsonNode first = through(file, key, dana);
            assertThat(first.path("history")).hasSameSizeAs(dana.path("history"));
            moves(key, first);
        }
    }

    @Test
    void whatPeopleAndScriptsWrite() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RandomFile random = new RandomFile(seed);
        for (int i = 0; i < RANDOM_FILES; i++) {
            ConversationKey key = key("random-" + i);
            moves(key, through(file, key, random.file()));
        }
    }

    @Test
    void aLongHistoryWithSummaries() {
        DanaFile samples = Samples.file(
                41,
                240,
                Samples.summary("one", 41, 90),
                Samples.summary("two", 91, 140),
                Samples.summary("three", 141, 180),
                Samples.summary("four", 181, 200),
                Samples.summary("five", 201, 220));
        ConversationKey key = key("long");
        JsonNode first = through(file, key, DanaFileCodec.write(samples, key, samples.title()));
        assertThat(first.path("history")).hasSize(200);
        assertThat(first.path("summaries")).hasSize(5);
        moves(key, first);
    }

    @Test
    void whatWasTalkedHereRedactedAndArchived() {
        ConversationKey key = key("talked");
        Conversation last = ((Creation.Created) file.create(key, Samples.titled("Title"))).conversation();
        for (int n = 1; n <= 65; n++) {
            var turn = n == 50 ? Samples.largeTurn("large") : Samples.turn("turn " + n);
            last = Bench.appended(file.append(last, turn, Bench.SETTINGS)).conversation();
        }
        assertThat(file.redact(key, new TurnRef.ByNumber(7), new RulesSummariser()))
                .map(Turn::turnNumber)
                .contains(7L);
        JsonNode before = exported(file, key);
        archive(file.upkeep(), key);
        assertThat(file.load(key, 1).orElseThrow().header().status()).hasToString("ARCHIVED");
        JsonNode first = exported(file, key);
        assertEqual(first, before);
        assertThat(first.at("/history/6/status").asText()).isEqualTo("redacted");
        moves(key, first);
    }
}
