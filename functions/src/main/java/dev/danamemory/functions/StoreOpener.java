package dev.danamemory.functions;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.StoredKeyHash;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.blob.s3.S3Bucket;
import dev.danamemory.dynamodb.DynamoConversationStore;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.dynamodb.TableKeyHash;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the store that the environment names. */
final class StoreOpener {
    // of a start; a store that is slow then is asked again when its key is needed
    private static final Duration TO_READ_THE_KEY = Duration.ofSeconds(2);

    private final Variables variables;
    private final RandomGenerator random;
    private final NewIds ids;
    private final InstantSource clock;

    StoreOpener(Variables variables, RandomGenerator random, NewIds ids, InstantSource clock) {
        this.variables = variables;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** The store, whether or not its server can be reached. */
    OpenedStore open() {
        return switch (kind()) {
            case FILE -> file();
            case S3 -> s3();
            case DYNAMODB -> dynamoDb();
        };
    }

    /**
     * Makes bucket, table and the archive's bucket where they are missing, on servers of this machine only.
     *
     * @param definition of the table
     */
    void createMissing(Supplier<TableDefinition> definition) {
        switch (kind()) {
            case FILE -> {} // the folder is made when it is opened
            case S3 -> createBucket(S3Settings.of(variables).bucket());
            case DYNAMODB -> {
                DynamoSettings settings = DynamoSettings.of(variables);
                try (DynamoDbClient client = DynamoSettings.client()) {
                    definition.get().createOnLoopback(client, settings.table());
                }
            }
        }
        createArchive();
    }

    private void createArchive() {
        String place = variables.set("MEMORY_ARCHIVE");
        if (place != null && ArchivePlace.of(place) instanceof ArchivePlace.Bucket bucket) {
            createBucket(bucket.name());
        }
    }

    private static void createBucket(String name) {
        try (S3Client client = S3Settings.client()) {
            S3Bucket.createOnLoopback(client, name);
        }
    }

    private StoreKind kind() {
        Optional<StoreKind> kind = StoreKind.of(variables.or("MEMORY_STORE", StoreKind.FILE.wire()));
        if (kind.isEmpty()) {
            throw new StartException("MEMORY_STORE must be file, s3 or dynamodb");
        }
        return kind.get();
    }

    private OpenedStore file() {
        Path folder = Path.of(variables.needed("MEMORY_DATA_DIR", "name the folder of the file store"));
        Blobs blobs = BesidesOpener.disk("MEMORY_DATA_DIR", folder);
        KeyedHash hash = StoredKeyHash.read(blobs, "", random);
        return opened(blobs, "", hash, besides().of(blobs, hash));
    }

    private OpenedStore s3() {
        S3Settings settings = S3Settings.of(variables);
        S3Client client = S3Settings.client();
        Blobs blobs = new S3Blobs(client, settings.bucket());
        KeyedHash hash = StoreHash.readBy(
                () -> StoredKeyHash.read(blobs.within(Deadline.in(TO_READ_THE_KEY)), settings.prefix(), random));
        return opened(blobs, settings.prefix(), hash, besides().of(client, settings, hash));
    }

    private OpenedStore dynamoDb() {
        DynamoSettings settings = DynamoSettings.of(variables);
        DynamoDbClient client = DynamoSettings.client();
        KeyedHash hash = StoreHash.readBy(
                () -> TableKeyHash.read(client, settings.table(), random, Deadline.in(TO_READ_THE_KEY)));
        Besides besides = besides().named(hash);
        if (besides == null) {
            var store = new DynamoConversationStore(client, settings.table(), null, ids, clock);
            return new OpenedStore(store, store.upkeep(), Optional.empty(), hash);
        }
        var store = new DynamoConversationStore(client, settings.table(), besides.archive(), ids, clock);
        return new OpenedStore(store, besides.upkeep(store.upkeep()), besides.downloads(), hash);
    }

    private OpenedStore opened(Blobs blobs, String prefix, KeyedHash hash, Besides besides) {
        var store = new BlobConversationStore(blobs, prefix, besides.archive(), ids, clock);
        return new OpenedStore(store, besides.upkeep(store.upkeep()), besides.downloads(), hash);
    }

    private BesidesOpener besides() {
        return new BesidesOpener(variables, ids, clock);
    }
}
