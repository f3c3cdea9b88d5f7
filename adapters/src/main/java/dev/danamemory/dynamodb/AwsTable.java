package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

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
        AwsRequestOverrideConfiguration timed = timed();
        GetItemResponse answer = asked(() -> client.getItem(get -> get.tableName(name)
                .key(key(key))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)));
        Optional<Item> item = answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
        read(item.stream().toList(), answer.consumedCapacity());
        return item;
    }

    @Override
    public List<Item> getAll(List<ItemKey> keys) {
        AwsRequestOverrideConfiguration timed = timed();
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(AwsTable::key).toList())
                .consistentRead(true)
                .build();
        BatchGetItemResponse answer = asked(() -> client.batchGetItem(get -> get.requestItems(Map.of(name, wanted))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)));
        List<Item> items = answer.responses().getOrDefault(name, List.of()).stream()
                .map(Item::new)
                .toList();
        read(items, null);
        answer.consumedCapacity().forEach(this::count);
        return items;
    }

    @Override
    public ItemPage query(Range range) {
        QueryRequest request = QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(range.partition()),
                        ":from", AttributeValue.fromS(range.from()),
                        ":to", AttributeValue.fromS(range.to())))
                .scanIndexForward(!range.isBackwards())
                .limit(range.limit())
                .consistentRead(true)
                .exclusiveStartKey(start(range))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed())
                .build();
        QueryResponse answer = asked(() -> client.query(request));
        List<Item> items = answer.items().stream().map(Item::new).toList();
        read(items, answer.consumedCapacity());
        AttributeValue last =
                answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get(Item.SORT) : null;
        return new ItemPage(items, last == null ? null : last.s());
    }

    private static @Nullable Map<String, AttributeValue> start(Range range) {
        String after = range.after();
        return after == null ? null : key(new ItemKey(range.partition(), after));
    }

    @Override
    public PutResult put(Item item, Condition condition) {
        ConditionExpression expression = ConditionExpression.of(condition);
        PutItemRequest request = PutItemRequest.builder()
                .tableName(name)
                .item(item.values())
                .conditionExpression(expression.text())
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values().isEmpty() ? null : expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed())
                .build();
        meter.write(ItemSize.of(item));
        try {
            count(asked(() -> client.putItem(request)).consumedCapacity());
            return new PutResult.Stored();
        } catch (ConditionalCheckFailedException refused) {
            boolean isThere = refused.hasItem() && !refused.item().isEmpty();
            return new PutResult.Refused(isThere ? new Item(refused.item()) : null);
        }
    }

    @Override
    public Writes write(Writes writes) {
        AwsRequestOverrideConfiguration timed = timed();
        meter.write(writes.put().stream().mapToLong(ItemSize::of).sum());
        BatchWriteItemResponse answer = asked(() ->
                client.batchWriteItem(batch -> batch.requestItems(Map.of(name, BatchWrites.requests(writes)))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(timed)));
        answer.consumedCapacity().forEach(this::count);
        return BatchWrites.left(answer.unprocessedItems().getOrDefault(name, List.of()));
    }

    static Map<String, AttributeValue> key(ItemKey key) {
        return Map.of(
                Item.PARTITION, AttributeValue.fromS(key.partition()), Item.SORT, AttributeValue.fromS(key.sort()));
    }

    private void read(List<Item> items, @Nullable ConsumedCapacity consumed) {
        meter.read(items.stream().mapToLong(ItemSize::of).sum());
        count(consumed);
    }

    private void count(@Nullable ConsumedCapacity consumed) {
        if (consumed != null && consumed.capacityUnits() != null) {
            meter.units(consumed.capacityUnits());
        }
    }

    private AwsRequestOverrideConfiguration timed() {
        Duration left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            throw new TableUnavailableException("no time is left", false, null);
        }
        Duration most = left.compareTo(LONGEST_REQUEST) < 0 ? left : LONGEST_REQUEST;
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(most).build();
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (ConditionalCheckFailedException refused) {
            throw refused;
        } catch (SdkException failure) {
            throw AwsFailures.of(failure);
        }
    }
}
