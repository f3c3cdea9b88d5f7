package dev.danamemory.blob.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class LateS3ClientTest {
    private final AtomicInteger made = new AtomicInteger();

    private S3Client make() {
        if (made.incrementAndGet() == 1) {
            throw new IllegalStateException("no region yet");
        }
        return TestS3.shared().client();
    }

    @Test
    void isMadeWhenABucketIsFirstAskedAndThenKept() {
        LateS3Client client = new LateS3Client(this::make);
        S3Blobs blobs = new S3Blobs(client, TestS3.shared().bucket());
        S3SharedBlobs shared = new S3SharedBlobs(client, TestS3.shared().bucket());
        String key = TestS3.freshPrefix() + "late.json.gz";
        assertThat(made).hasValue(0);

        assertThatThrownBy(() -> blobs.get("nothing")).hasMessage("no region yet");
        assertThat(blobs.get("nothing")).isEmpty();
        shared.put(key, new byte[] {1});

        assertThat(blobs.get(key)).isPresent();
        assertThat(made).hasValue(2);
    }
}
