package dev.danamemory.blob;

import dev.danamemory.blob.disk.StoreMaker;
import dev.danamemory.blob.s3.BlobStoreMaker;
import dev.danamemory.blob.s3.S3StoreSpec;
import dev.danamemory.blob.s3.TestS3;
import dev.danamemory.store.contract.StoreSpec;

/** The same mutants on S3. */
class S3MutantsTest extends BlobMutantsTest {
    @Override
    StoreSpec mutant(StoreMaker maker) {
        return new S3StoreSpec(TestS3.shared(), BlobStoreMaker.of(maker));
    }
}
