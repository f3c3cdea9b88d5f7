package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.store.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** How long a request may take, with its repeats. */
record S3Limits(@Nullable Deadline deadline) {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(9);

    /**
     * For one request that begins now.
     *
     * @throws BlobUnavailableException when no time is left
     */
    AwsRequestOverrideConfiguration now() {
        Duration left = deadline == null ? LONGEST_CALL : deadline.left();
        if (!left.isPositive()) {
            throw new BlobUnavailableException("no time is left to ask S3", null);
        }
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL)
                .build();
    }
}
