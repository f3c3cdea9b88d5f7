package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A table of DynamoDB. */
final class AwsTable implements Table {
    // what takes longer is lost more likely than slow
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(4);

    private final DynamoDbClient client;
    private final String name;
    private final Meter meter;
    private final Deadline deadline;

    AwsTable(DynamoDbClient client, String name, Meter meter, Deadline deadline) {
        this.client = client;
        this.name = name;
        this.meter = meter;
        this.deadline = deadline;
    }

    @Override
    public Table within(Meter counting, Deadline until) {
        return new AwsTable(client, name, counting, until);
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        GetItemRequest request = requests().get(key);
        GetItemResponse answer = asked(() -> client.getItem(request));
        Optional<Item> item = answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
        read(item.isPresent() ? List.of(item.get()) : List.of(), answer.consumedCapacity());
        return item;
    }

    @Override
    public List<Item> getAll(List<ItemKey> keys) {
        BatchGetItemRequest request = requests().getAll(keys);
        BatchGetItemResponse answer = asked(() -> client.batchGetItem(request));
        List<Item> items = items(answer.responses().getOrDefault(name, List.of()));
        read(items, null);
        answer.consumedCapacity().forEach(this::count);
        return items;
    }

    @Override
    public ItemPage query(Range range) {
        QueryResponse answer = queried(requests().query(range));
        List<Item> items = items(answer.items());
        read(items, answer.consumedCapacity());
        AttributeValue last =
                answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get(Item.SORT) : null;
        return new ItemPage(items, last == null ? null : last.s());
    }

    @Override
    public IdleRows idle(IdleRange range) {
        QueryResponse answer = queried(requests().idle(range));
        read(items(answer.items()), answer.consumedCapacity());
        return new IdleRows(
                answer.items().stream().map(AwsRequests::row).toList(),
                answer.hasLastEvaluatedKey() ? AwsRequests.row(answer.lastEvaluatedKey()) : null);
    }

    private QueryResponse queried(QueryRequest request) {
        return asked(() -> client.query(request));
    }

    private static List<Item> items(List<Map<String, AttributeValue>> values) {
        List<Item> items = new ArrayList<>(values.size());
        for (Map<String, AttributeValue> of : values) {
            items.add(new Item(of));
        }
        return items;
    }

    @Override
    public PutResult put(Item item, Condition condition) {
        PutItemRequest request = requests().put(item, condition);
        meter.write(ItemSize.of(item));
        return settled(() -> client.putItem(request).consumedCapacity());
    }

    @Override
    public PutResult delete(ItemKey key, Condition condition) {
        DeleteItemRequest request = requests().delete(key, condition);
        meter.write(0);
        return settled(() -> client.deleteItem(request).consumedCapacity());
    }

    private PutResult settled(Supplier<@Nullable ConsumedCapacity> request) {
        try {
            count(asked(request));
            return new PutResult.Stored();
        } catch (ConditionalCheckFailedException refused) {
            boolean isThere = refused.hasItem() && !refused.item().isEmpty();
            return new PutResult.Refused(isThere ? new Item(refused.item()) : null);
        }
    }

    @Override
    public Writes write(Writes writes) {
        BatchWriteItemRequest request = requests().write(writes);
        meter.write(writes.put().stream().mapToLong(ItemSize::of).sum());
        BatchWriteItemResponse answer = asked(() -> client.batchWriteItem(request));
        answer.consumedCapacity().forEach(this::count);
        return BatchWrites.left(answer.unprocessedItems().getOrDefault(name, List.of()));
    }

    private void read(List<Item> items, @Nullable ConsumedCapacity consumed) {
        long bytes = 0;
        for (Item item : items) {
            bytes += ItemSize.of(item);
        }
        meter.read(bytes);
        count(consumed);
    }

    private void count(@Nullable ConsumedCapacity consumed) {
        if (consumed != null && consumed.capacityUnits() != null) {
            meter.units(consumed.capacityUnits());
        }
    }

    private AwsRequests requests() {
        Duration left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            throw new TableUnavailableException("no time is left", false, null);
        }
        Duration most = left.compareTo(LONGEST_REQUEST) < 0 ? left : LONGEST_REQUEST;
        return new AwsRequests(
                name,
                AwsRequestOverrideConfiguration.builder().apiCallTimeout(most).build());
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (ConditionalCheckFailedException refused) {
            throw refused;
        } catch (SdkException failure) {
            throw AwsFailures.of(failure);
        }
    }
}
