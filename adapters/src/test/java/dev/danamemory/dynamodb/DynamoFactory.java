package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.contract.StoreFactory;
import dev.danamemory.store.contract.StoreFaults;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Opens a table in another process. */
public final class DynamoFactory implements StoreFactory {
    @Override
    public ConversationStore open(Map<String, String> settings, InstantSource clock, StoreFaults faults) {
        Table table = new AwsTable(
                TestDynamo.of(settings).client(), settings.get("table"), new Meter(), Deadline.in(Duration.ofHours(1)));
        return new DynamoConversationStore(
                FaultyTable.of(table, faults), null, new NewIds(new SecureRandom()), clock, new Protocols());
    }
}
