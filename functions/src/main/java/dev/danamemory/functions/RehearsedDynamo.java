package dev.danamemory.functions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A table without a server, for a rehearsal: one user, one writer, nothing kept. Every condition holds, batches read
 * nothing and write nothing.
 */
final class RehearsedDynamo implements DynamoDbClient {
    private static final String PARTITION = "pk";
    private static final String SORT = "sk";
    // sorts before all that keys are made of
    private static final char BETWEEN = 0;

    private final ConcurrentNavigableMap<String, Map<String, AttributeValue>> items = new ConcurrentSkipListMap<>();

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // there is nothing behind it
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return GetItemResponse.builder().item(items.get(place(request.key()))).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        items.put(place(request.item()), request.item());
        return PutItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        Map<String, AttributeValue> range = request.expressionAttributeValues();
        String partition = text(range, ":pk") + BETWEEN;
        var found = items.subMap(partition + text(range, ":from"), true, partition + text(range, ":to"), true);
        List<Map<String, AttributeValue>> page = (request.scanIndexForward() ? found : found.descendingMap())
                .values().stream().limit(request.limit()).toList();
        return QueryResponse.builder().items(page).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return BatchGetItemResponse.builder().responses(Map.of()).build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return BatchWriteItemResponse.builder().build();
    }

    private static String place(Map<String, AttributeValue> key) {
        return text(key, PARTITION) + BETWEEN + text(key, SORT);
    }

    private static String text(Map<String, AttributeValue> of, String name) {
        return Objects.requireNonNull(of.get(name)).s();
    }
}
