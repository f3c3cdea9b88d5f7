package dev.danamemory.bench.bare;

import dev.danamemory.dynamodb.DynamoClients;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Items of one partition of a table. */
final class BareDynamo implements BareCalls {
    private static final int WINDOW = 20;

    private final DynamoDbClient client = DynamoClients.builder().build();
    private final String table;
    private final SdkBytes turn;

    BareDynamo(String table, int bytes) {
        this.table = table;
        this.turn = SdkBytes.fromByteArray(new byte[bytes]);
    }

    @Override
    public void readKey() {
        client.getItem(get -> get.tableName(table)
                .consistentRead(true)
                .key(Map.of("pk", AttributeValue.fromS("bare"), "sk", AttributeValue.fromS("key"))));
    }

    @Override
    public void readWindow() {
        client.query(query -> query.tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(WINDOW + 1)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("bare"))));
    }

    @Override
    public void writeTurn() {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk", AttributeValue.fromS("bare"),
                        "sk", AttributeValue.fromS("t" + UUID.randomUUID()),
                        "turn", AttributeValue.fromB(turn)))
                .conditionExpression("attribute_not_exists(pk)")
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    }
}
