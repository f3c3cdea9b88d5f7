package dev.danamemory.chat;

import dev.danamemory.dynamodb.DynamoSpec;
import dev.danamemory.store.contract.StoreSpec;

/** The same on DynamoDB. */
class DynamoIdempotencyKeysTest extends IdempotencyKeysTest {
    @Override
    StoreSpec spec() {
        return new DynamoSpec(false);
    }
}
