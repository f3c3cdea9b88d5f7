package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.ConversationStoreContract;
import dev.danamemory.store.contract.StoreSpec;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store keeps every promise of the contract. */
@ExtendWith(SchedulesElsewhere.class)
class DynamoStoreContractTest extends ConversationStoreContract {
    @Override
    protected StoreSpec spec() {
        return new DynamoSpec(false);
    }
}
