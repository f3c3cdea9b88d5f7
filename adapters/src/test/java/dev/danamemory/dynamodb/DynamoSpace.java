package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.ForkedStore;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoredObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table of its own. */
final class DynamoSpace implements TableSpace {
    private final DynamoDbClient client;
    private final String name;
    private final TestArchive archive = new TestArchive();

    DynamoSpace(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public DynamoConversationStore store(InstantSource clock, StoreFaults faults) {
        return new DynamoConversationStore(
                FaultyTable.of(table(), faults),
                archive.archive(faults),
                new NewIds(new SecureRandom()),
                clock,
                new Protocols());
    }

    @Override
    public StoreUpkeep upkeep(InstantSource clock, StoreFaults faults) {
        return store(clock, faults).upkeep();
    }

    @Override
    public Table table() {
        return new AwsTable(client, name, new Meter(), Deadline.in(Duration.ofHours(1)));
    }

    @Override
    public ForkedStore forked() {
        return new ForkedStore(DynamoFactory.class, TestDynamo.shared().settings(name));
    }

    @Override
    public String damage(ConversationKey key) {
        Item root = table().get(Keys.root(key)).orElseThrow();
        store(Items.cut(root));
        return root.key().shown();
    }

    @Override
    public void store(Item item) {
        client.putItem(put -> put.tableName(name).item(item.values()));
    }

    @Override
    public List<StoredObject> objects() {
        Stream<StoredObject> items = client.scanPaginator(scan -> scan.tableName(name)).items().stream()
                .map(Item::new)
                .map(Items::shown);
        return Stream.concat(items, archive.objects().stream()).toList();
    }

    @Override
    public void close() {
        archive.close();
        client.deleteTable(delete -> delete.tableName(name));
    }
}
