package dev.danamemory.servers;

import java.io.InputStream;
import java.util.Objects;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * The objects as one request sees them: what it demands is looked at again under the lock under which it is done. S3Proxy
 * itself compares first and writes later, so two writers could both be right.
 */
final class AtomicBlobStore extends ForwardingBlobStore {
    private final KeyLocks locks;
    // what a conditional DELETE found and agreed to, for S3Proxy leaves the condition out of the removal
    private @Nullable HeadObjectResponse agreed;

    AtomicBlobStore(BlobStore objects, KeyLocks locks) {
        super(objects);
        this.locks = locks;
    }

    @Override
    public HeadObjectResponse blobMetadataIfPresent(HeadObjectRequest request) {
        agreed = delegate().blobMetadataIfPresent(request);
        return agreed;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        return locks.locked(request.bucket(), request.key(), () -> {
            if (request.ifMatch() != null) {
                demand(request.bucket(), request.key(), request.ifMatch());
            }
            return super.putBlob(request, content);
        });
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return locks.locked(request.destinationBucket(), request.destinationKey(), () -> super.copyBlob(request));
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return locks.locked(request.bucket(), request.key(), () -> {
            if (agreed != null && request.versionId() == null) {
                demand(request.bucket(), request.key(), agreed.eTag());
            }
            return super.removeBlob(request);
        });
    }

    private void demand(String bucket, String key, String etag) {
        HeadObjectResponse present = delegate()
                .blobMetadataIfPresent(
                        HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (present == null) {
            throw S3Exceptions.noSuchKey(bucket, key, "nothing to match");
        }
        if (!Objects.equals(bare(present.eTag()), bare(etag))) {
            throw S3Exceptions.preconditionFailed(null);
        }
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
