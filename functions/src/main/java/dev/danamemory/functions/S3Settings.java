package dev.danamemory.functions;

import dev.danamemory.blob.s3.S3Clients;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where the S3 store has its objects.
 *
 * @param prefix in front of every key; empty or ending with {@code /}
 */
record S3Settings(String bucket, String prefix) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    // keys may have 1,024 bytes, and ours have up to 400 after it
    private static final Pattern PREFIX = Pattern.compile("(?!/)[A-Za-z0-9!_.*'()/=-]{0,500}");

    static S3Settings of(Variables variables) {
        String bucket = variables.needed("MEMORY_BUCKET", "name the bucket of the S3 store");
        if (!BUCKET.matcher(bucket).matches()) {
            throw new StartException(
                    "MEMORY_BUCKET must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -, no s3:// before it");
        }
        String prefix = variables.or("MEMORY_PREFIX", "");
        if (!PREFIX.matcher(prefix).matches()) {
            throw new StartException("MEMORY_PREFIX must be up to 500 of A-Z, a-z, 0-9 and !_.*'()/=- without / first");
        }
        return new S3Settings(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /** A client as the SDK's own settings say. */
    static S3Client client() {
        try {
            return S3Clients.builder().build();
        } catch (SdkClientException noRegion) {
            throw new StartException("AWS_REGION has to name the region of the bucket", noRegion);
        }
    }
}
