package dev.danamemory.blob.s3;

import dev.danamemory.blob.SharedBlobs;
import dev.danamemory.store.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Objects of one bucket that can be fetched by presigned URLs. */
public final class S3SharedBlobs implements SharedBlobs {
    private final S3Client client;
    private final S3Addresses addresses;
    private final String bucket;
    private final S3Limits limits;

    /** @param client that waits at most a second for a connection; its settings are those of the URLs too */
    public S3SharedBlobs(S3Client client, String bucket) {
        this(client, new S3Addresses(client), bucket, new S3Limits(null));
    }

    private S3SharedBlobs(S3Client client, S3Addresses addresses, String bucket, S3Limits limits) {
        this.client = client;
        this.addresses = addresses;
        this.bucket = bucket;
        this.limits = limits;
    }

    @Override
    public SharedBlobs within(@Nullable Deadline until) {
        return new S3SharedBlobs(client, addresses, bucket, new S3Limits(until));
    }

    @Override
    public void put(String key, byte[] gzip) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType("application/json")
                .contentEncoding("gzip")
                .cacheControl("no-store")
                .overrideConfiguration(limits.now())
                .build();
        S3Blobs.attempt(S3Action.WRITE, () -> client.putObject(request, RequestBody.fromBytes(gzip)));
    }

    @Override
    public Address address(String key, Duration longest) {
        return S3Blobs.attempt(S3Action.SIGN, () -> addresses.of(bucket, key, longest, Instant.now()));
    }
}
