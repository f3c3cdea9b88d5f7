package dev.danamemory.blob.s3;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A client that is made when it is first needed, for buckets that few calls go to: making one costs a cold start nearly
 * 300 ms (measured by {@code bench/run ColdStart}).
 */
public final class LateS3Client implements Supplier<S3Client> {
    private final Supplier<S3Client> maker;
    private @Nullable S3Client made;

    /** @param maker asked once, unless it throws */
    public LateS3Client(Supplier<S3Client> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized S3Client get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
