package dev.danamemory.blob.disk;

import dev.danamemory.store.contract.ConversationStoreContract;
import dev.danamemory.store.contract.StoreSpec;

/** The file store keeps every promise of the contract. */
class FileStoreContractTest extends ConversationStoreContract {
    @Override
    protected StoreSpec spec() {
        return new FileStoreSpec();
    }
}
