package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.Ability;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;
import java.util.EnumSet;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The store on DynamoDB Local.
 *
 * @param isServed over a wire, by which other processes reach it too; else in this process
 */
public record DynamoSpec(boolean isServed) implements StoreSpec {
    @Override
    public String name() {
        return isServed ? "dynamodb over http" : "dynamodb in process";
    }

    @Override
    public Set<Ability> abilities() {
        return isServed ? EnumSet.allOf(Ability.class) : EnumSet.complementOf(EnumSet.of(Ability.FORKS));
    }

    @Override
    public StoreSpace open() {
        DynamoDbClient client = isServed ? TestDynamo.shared().sharedClient() : TestDynamo.quickClient();
        return new DynamoSpace(client, TestDynamo.createTable(client));
    }
}
