package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.BlobKeys;
import dev.danamemory.blob.FaultyBlobs;
import dev.danamemory.blob.Unzipped;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.ForkedStore;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoredObject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A prefix of its own. */
final class S3StoreSpace implements StoreSpace {
    private final TestS3 s3;
    private final String prefix;
    private final BlobStoreMaker maker;
    private final S3Client client;

    S3StoreSpace(TestS3 s3, String prefix, BlobStoreMaker maker) {
        this.s3 = s3;
        this.prefix = prefix;
        this.maker = maker;
        this.client = s3.sharedClient();
    }

    @Override
    public ConversationStore store(InstantSource clock, StoreFaults faults) {
        return maker.make(new FaultyBlobs(new S3Blobs(client, s3.bucket()), faults), prefix, clock);
    }

    @Override
    public StoreUpkeep upkeep(InstantSource clock, StoreFaults faults) {
        return ((BlobConversationStore) store(clock, faults)).upkeep();
    }

    @Override
    public ForkedStore forked() {
        Map<String, String> settings = new HashMap<>(s3.settings());
        settings.put(S3StoreFactory.PREFIX, prefix);
        return new ForkedStore(S3StoreFactory.class, settings);
    }

    @Override
    public String damage(ConversationKey key) {
        String head = prefix + BlobKeys.head(key);
        byte[] whole = bytes(head);
        client.putObject(
                object -> object.bucket(s3.bucket()).key(head),
                RequestBody.fromBytes(Arrays.copyOf(whole, whole.length / 2)));
        return head;
    }

    @Override
    public List<StoredObject> objects() {
        return client.listObjectsV2Paginator(list -> list.bucket(s3.bucket()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .map(key -> new StoredObject(
                        key.substring(prefix.length()), key.endsWith(".gz") ? Unzipped.of(bytes(key)) : bytes(key)))
                .toList();
    }

    private byte[] bytes(String key) {
        return client.getObjectAsBytes(object -> object.bucket(s3.bucket()).key(key))
                .asByteArray();
    }

    @Override
    public void close() {
        // the prefix is nobody else's, and the server ends with the tests
    }
}
