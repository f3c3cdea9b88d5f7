package dev.danamemory.blob.s3;

import dev.danamemory.blob.FaultyBlobs;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.contract.StoreFactory;
import dev.danamemory.store.contract.StoreFaults;
import java.time.InstantSource;
import java.util.Map;

/** Opens an S3 store in another process. */
public final class S3StoreFactory implements StoreFactory {
    static final String PREFIX = "prefix";

    @Override
    public ConversationStore open(Map<String, String> settings, InstantSource clock, StoreFaults faults) {
        TestS3 s3 = TestS3.of(settings);
        S3Blobs blobs = new S3Blobs(s3.client(), s3.bucket());
        return BlobStoreMaker.REAL.make(new FaultyBlobs(blobs, faults), settings.get(PREFIX), clock);
    }
}
