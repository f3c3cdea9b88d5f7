package dev.danamemory.blob.s3;

import dev.danamemory.store.contract.ConversationStoreContract;
import dev.danamemory.store.contract.StoreSpec;

/** The S3 store keeps every promise of the contract. */
class S3StoreContractTest extends ConversationStoreContract {
    @Override
    protected StoreSpec spec() {
        return new S3StoreSpec();
    }
}
