package dev.danamemory.dynamodb;

import dev.danamemory.store.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * The table as the template defines it, so that servers on one's own machine get the same. What only AWS has (backups,
 * protection from deletion) is left out.
 */
public final class TableDefinition {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(?:\\.[0-9]+){3}");

    private final Map<?, ?> properties;

    /** @param properties of the template's resource {@code Table}, as a YAML or JSON parser gives them */
    public TableDefinition(Map<?, ?> properties) {
        this.properties = Map.copyOf(properties);
    }

    /**
     * Makes the table where it is missing, provided that the server is one of this machine; else does nothing.
     *
     * @throws StoreUnavailableException when the server does not answer, or refuses
     */
    public void createOnLoopback(DynamoDbClient client, String name) {
        boolean isLoopback = client.serviceClientConfiguration()
                .endpointOverride()
                .map(URI::getHost)
                .filter(host -> LOOPBACK.matcher(host).matches())
                .isPresent();
        try {
            if (isLoopback) {
                createIfMissing(client, name);
            }
        } catch (SdkException failure) {
            throw new StoreUnavailableException(
                    "DynamoDB does not answer: " + failure.getMessage(), Duration.ofSeconds(1), failure);
        }
    }

    /** Makes the table unless there is one of that name, and waits until it can be used. */
    public void createIfMissing(DynamoDbClient client, String name) {
        try {
            client.createTable(request(name));
        } catch (ResourceInUseException isThere) {
            return;
        }
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        Map<?, ?> expiry = object(properties, "TimeToLiveSpecification");
        client.updateTimeToLive(update -> update.tableName(name)
                .timeToLiveSpecification(
                        ttl -> ttl.attributeName(text(expiry, "AttributeName")).enabled(true)));
    }

    private CreateTableRequest request(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(text(properties, "BillingMode"))
                .attributeDefinitions(objects(properties, "AttributeDefinitions").stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(text(attribute, "AttributeName"))
                                .attributeType(text(attribute, "AttributeType"))
                                .build())
                        .toList())
                .keySchema(keys(properties))
                .globalSecondaryIndexes(objects(properties, "GlobalSecondaryIndexes").stream()
                        .map(TableDefinition::index)
                        .toList())
                .build();
    }

    private static GlobalSecondaryIndex index(Map<?, ?> index) {
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(index))
                .projection(Projection.builder()
                        .projectionType(text(object(index, "Projection"), "ProjectionType"))
                        .build())
                .build();
    }

    private static List<KeySchemaElement> keys(Map<?, ?> of) {
        return objects(of, "KeySchema").stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build())
                .toList();
    }

    private static String text(Map<?, ?> object, String name) {
        return Objects.toString(required(object.get(name), name));
    }

    private static Map<?, ?> object(Map<?, ?> object, String name) {
        return (Map<?, ?>) required(object.get(name), name);
    }

    private static List<? extends Map<?, ?>> objects(Map<?, ?> object, String name) {
        return ((List<?>) required(object.get(name), name))
                .stream().map(element -> (Map<?, ?>) element).toList();
    }

    private static Object required(@Nullable Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("the table's definition lacks " + name);
        }
        return value;
    }
}
