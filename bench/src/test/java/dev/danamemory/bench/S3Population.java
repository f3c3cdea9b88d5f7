package dev.danamemory.bench;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUpkeep;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Conversations in a bucket. */
final class S3Population extends Population {
    private final S3Backend bucket = new S3Backend();

    @Override
    StoreUpkeep upkeep() {
        return store(InstantSource.system()).upkeep();
    }

    @Override
    ConversationStore storeAt(Instant now) {
        return store(InstantSource.fixed(now));
    }

    private BlobConversationStore store(InstantSource clock) {
        return new BlobConversationStore(
                new S3Blobs(bucket.client(), S3Backend.BUCKET), "", new NewIds(new SecureRandom()), clock);
    }

    @Override
    Copies copies(ConversationKey template, boolean isWhole) {
        String id = template.conversationId();
        Map<String, String> objects =
                bucket.client().listObjectsV2Paginator(list -> list.bucket(S3Backend.BUCKET)).contents().stream()
                        .map(S3Object::key)
                        .filter(key -> key.contains(id) && (isWhole || key.startsWith("list/")))
                        .collect(Collectors.toMap(key -> key, this::text));
        return new ObjectCopies(bucket.client(), id, objects);
    }

    private String text(String key) {
        return bucket.client()
                .getObjectAsBytes(get -> get.bucket(S3Backend.BUCKET).key(key))
                .asUtf8String();
    }

    private record ObjectCopies(S3Client client, String template, Map<String, String> objects) implements Copies {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public void write(List<String> ids) {
            for (String id : ids) {
                objects.forEach((key, text) -> client.putObject(
                        put -> put.bucket(S3Backend.BUCKET).key(key.replace(template, id)),
                        RequestBody.fromString(text.replace(template, id))));
            }
        }
    }

    @Override
    public void close() {
        bucket.close();
    }
}
