package dev.danamemory.chat;

import dev.danamemory.blob.s3.S3StoreSpec;
import dev.danamemory.store.contract.StoreSpec;

/** The same on S3. */
class S3IdempotencyKeysTest extends IdempotencyKeysTest {
    @Override
    StoreSpec spec() {
        return new S3StoreSpec();
    }
}
