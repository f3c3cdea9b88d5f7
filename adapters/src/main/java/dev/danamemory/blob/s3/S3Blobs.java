package dev.danamemory.blob.s3;

import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobEntry;
import dev.danamemory.blob.BlobPage;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.NewBlob;
import dev.danamemory.blob.PutResult;
import dev.danamemory.store.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * Blobs as objects of one bucket; the version of an object is its ETag, of which nothing but equality is used. The SDK
 * repeats requests whose answers are lost, so a conditional write may meet its own first delivery: a mismatch does not
 * mean that somebody else wrote.
 */
public final class S3Blobs implements Blobs {
    private static final String JSON = "application/json";
    private static final int CONFLICT = 409;
    private static final int MISMATCH = 412;

    private final S3Client client;
    private final String bucket;
    private final @Nullable StorageClass storageClass;
    private final S3Limits limits;

    /** @param client that waits at most a second for a connection */
    public S3Blobs(S3Client client, String bucket) {
        this(client, bucket, null, new S3Limits(null));
    }

    private S3Blobs(S3Client client, String bucket, @Nullable StorageClass storageClass, S3Limits limits) {
        this.client = client;
        this.bucket = bucket;
        this.storageClass = storageClass;
        this.limits = limits;
    }

    /** The same bucket; what is written from now on is of that class. */
    public S3Blobs storedAs(StorageClass other) {
        return new S3Blobs(client, bucket, other, limits);
    }

    @Override
    public Blobs within(Deadline until) {
        return new S3Blobs(client, bucket, storageClass, new S3Limits(until));
    }

    @Override
    public Optional<Blob> get(String key) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .overrideConfiguration(limits.now())
                .build();
        return attempt(S3Action.READ, () -> {
            try {
                var object = client.getObject(request, ResponseTransformer.toBytes());
                return Optional.of(
                        new Blob(object.asByteArrayUnsafe(), object.response().eTag()));
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<Optional<Blob>> getAll(List<String> keys) {
        return AtOnce.each(keys, this::get);
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(JSON)
                .storageClass(storageClass)
                .overrideConfiguration(limits.now());
        switch (condition) {
            case Condition.Absent absent -> request.ifNoneMatch("*");
            case Condition.Match match -> request.ifMatch(match.version());
        }
        return attempt(S3Action.WRITE, () -> {
            try {
                return new PutResult.Stored(client.putObject(request.build(), RequestBody.fromBytes(bytes))
                        .eTag());
            } catch (S3Exception refused) {
                if (isMismatch(refused)) {
                    return new PutResult.Mismatch();
                }
                throw refused;
            }
        });
    }

    @Override
    public List<PutResult> putNew(List<NewBlob> objects) {
        return AtOnce.each(objects, one -> put(one.key(), one.bytes(), new Condition.Absent()));
    }

    /** {@inheritDoc} When the first answer was lost, {@code false} may also mean that the repeat found nothing. */
    @Override
    public boolean delete(String key, String version) {
        return attempt(S3Action.DELETE, () -> {
            try {
                client.deleteObject(request ->
                        request.bucket(bucket).key(key).ifMatch(version).overrideConfiguration(limits.now()));
                return true;
            } catch (S3Exception refused) {
                if (isMismatch(refused)) {
                    return false;
                }
                throw refused;
            }
        });
    }

    @Override
    public void remove(String key) {
        attempt(
                S3Action.DELETE,
                () -> client.deleteObject(
                        request -> request.bucket(bucket).key(key).overrideConfiguration(limits.now())));
    }

    @Override
    public BlobPage list(String prefix, String after, int limit) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .maxKeys(limit)
                .overrideConfiguration(limits.now())
                .build();
        return attempt(S3Action.LIST, () -> {
            var page = client.listObjectsV2(request);
            return new BlobPage(
                    page.contents().stream()
                            .map(object -> new BlobEntry(object.key(), object.size(), object.lastModified()))
                            .toList(),
                    page.isTruncated());
        });
    }

    /** {@inheritDoc} Marks of deleted objects go too, for keys hold names; a bucket without versions has nothing of this. */
    @Override
    public void forgetVersions(String prefix) {
        new S3Versions(client, bucket, limits).forget(prefix);
    }

    // a conflict is a race that S3 did not decide; what is gone does not match
    private static boolean isMismatch(S3Exception refused) {
        return refused.statusCode() == MISMATCH
                || refused.statusCode() == CONFLICT
                || refused instanceof NoSuchKeyException;
    }

    static <T> T attempt(S3Action action, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException failure) {
            throw S3Failures.of(action, failure);
        }
    }
}
