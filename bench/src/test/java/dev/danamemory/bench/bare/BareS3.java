package dev.danamemory.bench.bare;

import dev.danamemory.blob.s3.S3Clients;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One object of a bucket, read and overwritten. */
final class BareS3 implements BareCalls {
    private final S3Client client = S3Clients.builder().build();
    private final String bucket;
    private final String key;
    private final int bytes;
    private String etag = "";

    BareS3(String bucket, String prefix, int bytes) {
        this.bucket = bucket;
        this.key = prefix + "/bare";
        this.bytes = bytes;
    }

    @Override
    public void readKey() {
        try {
            client.getObjectAsBytes(get -> get.bucket(bucket).key(key + "-key"));
        } catch (NoSuchKeyException first) {
            client.putObject(put -> put.bucket(bucket).key(key + "-key"), RequestBody.fromString("key"));
            client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(new byte[bytes]));
        }
    }

    @Override
    public void readWindow() {
        etag = client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                .response()
                .eTag();
    }

    @Override
    public void writeTurn() {
        client.putObject(put -> put.bucket(bucket).key(key).ifMatch(etag), RequestBody.fromBytes(new byte[bytes]));
    }
}
