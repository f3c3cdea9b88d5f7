package dev.danamemory.blob.s3;

import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;

/** The S3 store, each space with a prefix of its own. */
public final class S3StoreSpec implements StoreSpec {
    private final TestS3 s3;
    private final BlobStoreMaker maker;

    /** The store as it is. */
    public S3StoreSpec() {
        this(TestS3.shared(), BlobStoreMaker.REAL);
    }

    /** The store as somebody else puts it together. */
    public S3StoreSpec(TestS3 s3, BlobStoreMaker maker) {
        this.s3 = s3;
        this.maker = maker;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public StoreSpace open() {
        return new S3StoreSpace(s3, TestS3.freshPrefix(), maker);
    }
}
