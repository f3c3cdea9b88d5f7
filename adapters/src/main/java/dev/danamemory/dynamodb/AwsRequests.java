package dev.danamemory.dynamodb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What is asked of a table, in DynamoDB's words.
 *
 * @param name of the table
 * @param timed how long a request may take
 */
record AwsRequests(String name, AwsRequestOverrideConfiguration timed) {
    private static final String INDEX = "idle";

    static Map<String, AttributeValue> key(ItemKey key) {
        return Map.of(
                Item.PARTITION, AttributeValue.fromS(key.partition()), Item.SORT, AttributeValue.fromS(key.sort()));
    }

    GetItemRequest get(ItemKey key) {
        return GetItemRequest.builder()
                .tableName(name)
                .key(key(key))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    BatchGetItemRequest getAll(List<ItemKey> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(AwsRequests::key).toList())
                .consistentRead(true)
                .build();
        return BatchGetItemRequest.builder()
                .requestItems(Map.of(name, wanted))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    QueryRequest query(Range range) {
        String after = range.after();
        return QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(range.partition()),
                        ":from", AttributeValue.fromS(range.from()),
                        ":to", AttributeValue.fromS(range.to())))
                .scanIndexForward(!range.isBackwards())
                .limit(range.limit())
                .consistentRead(true)
                .exclusiveStartKey(after == null ? null : key(new ItemKey(range.partition(), after)))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    // an index of a whole table cannot be read consistently
    QueryRequest idle(IdleRange range) {
        return QueryRequest.builder()
                .tableName(name)
                .indexName(INDEX)
                .keyConditionExpression("gp = :gp AND a <= :through")
                .expressionAttributeValues(Map.of(
                        ":gp", AttributeValue.fromS(range.partition()),
                        ":through", AttributeValue.fromN(Long.toString(range.through()))))
                .limit(range.limit())
                .exclusiveStartKey(start(range.after()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    private static @Nullable Map<String, AttributeValue> start(@Nullable IdleRow after) {
        return after == null
                ? null
                : Item.at(after.entry())
                        .text(EntryItem.INDEX_PARTITION, after.partition())
                        .number(EntryItem.ACTIVE_AT, after.activeAt())
                        .build()
                        .values();
    }

    static IdleRow row(Map<String, AttributeValue> keys) {
        Item item = new Item(keys);
        return new IdleRow(item.text(EntryItem.INDEX_PARTITION), item.number(EntryItem.ACTIVE_AT), item.key());
    }

    PutItemRequest put(Item item, Condition condition) {
        ConditionExpression expression = ConditionExpression.of(condition);
        return PutItemRequest.builder()
                .tableName(name)
                .item(item.values())
                .conditionExpression(expression.text())
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values().isEmpty() ? null : expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    DeleteItemRequest delete(ItemKey key, Condition condition) {
        ConditionExpression expression = ConditionExpression.of(condition);
        return DeleteItemRequest.builder()
                .tableName(name)
                .key(key(key))
                .conditionExpression(expression.text())
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values().isEmpty() ? null : expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }

    BatchWriteItemRequest write(Writes writes) {
        return BatchWriteItemRequest.builder()
                .requestItems(Map.of(name, BatchWrites.requests(writes)))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(timed)
                .build();
    }
}
