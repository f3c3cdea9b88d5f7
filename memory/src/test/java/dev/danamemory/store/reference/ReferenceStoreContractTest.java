package dev.danamemory.store.reference;

import dev.danamemory.store.contract.ConversationStoreContract;
import dev.danamemory.store.contract.StoreSpec;
import java.util.Set;

/** The reference store keeps the contract. */
class ReferenceStoreContractTest extends ConversationStoreContract {
    @Override
    protected StoreSpec spec() {
        return new ReferenceSpec(Set.of());
    }
}
