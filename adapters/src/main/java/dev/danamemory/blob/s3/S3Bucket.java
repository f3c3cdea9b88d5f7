package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.store.StoreUnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** A bucket on a server of this machine. */
public final class S3Bucket {
    private S3Bucket() {}

    /**
     * Makes a bucket that is not there, provided that the client's endpoint is on loopback: what a bucket of AWS is to
     * be like, its owner decides.
     *
     * @return whether it was made
     * @throws StoreUnavailableException when the server refuses
     * @throws BlobUnavailableException when it does not answer
     */
    public static boolean createOnLoopback(S3Client client, String bucket) {
        try {
            return isOnLoopback(client, bucket) && !isThere(client, bucket) && create(client, bucket);
        } catch (SdkException failure) {
            throw S3Failures.of(S3Action.CREATE, failure);
        }
    }

    private static boolean isOnLoopback(S3Client client, String bucket) {
        try {
            URI url = client.utilities()
                    .getUrl(object -> object.bucket(bucket).key("key"))
                    .toURI();
            return S3Clients.isLoopback(url);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isThere(S3Client client, String bucket) {
        try {
            client.headBucket(request -> request.bucket(bucket));
            return true;
        } catch (NoSuchBucketException absent) {
            return false;
        }
    }

    private static boolean create(S3Client client, String bucket) {
        try {
            client.createBucket(request -> request.bucket(bucket));
            return true;
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException meanwhile) {
            return false;
        }
    }
}
