package dev.danamemory.dynamodb;

import dev.danamemory.store.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A table on a server of this machine. */
public final class LoopbackTable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AtomicBoolean isOnLoopback = new AtomicBoolean();

    private LoopbackTable() {}

    /**
     * Makes a table that is not there, provided that the client's endpoint is on loopback: what a table of AWS is to be
     * like, its owner decides.
     *
     * @param client of which this gets one of its own
     * @param definition asked for when it is needed
     * @return whether it was made
     * @throws StoreUnavailableException when the server refuses or does not answer
     */
    public static boolean createIfMissing(
            DynamoDbClientBuilder client, Supplier<TableDefinition> definition, String table) {
        LoopbackTable here = new LoopbackTable();
        try (DynamoDbClient own = client.endpointProvider(here::endpoint).build()) {
            if (isThere(own, table) || !here.isOnLoopback.get()) {
                return false;
            }
            definition.get().createIfMissing(own, table);
            return true;
        } catch (SdkException failure) {
            throw new StoreUnavailableException("DynamoDB does not answer: " + reason(failure), RETRY_AFTER, null);
        }
    }

    private static boolean isThere(DynamoDbClient client, String table) {
        try {
            client.describeTable(describe -> describe.tableName(table));
            return true;
        } catch (ResourceNotFoundException absent) {
            return false;
        }
    }

    private CompletableFuture<Endpoint> endpoint(DynamoDbEndpointParams params) {
        isOnLoopback.set(params.endpoint() != null && isLoopback(URI.create(params.endpoint())));
        return DynamoDbEndpointProvider.defaultProvider().resolveEndpoint(params);
    }

    static boolean isLoopback(URI endpoint) {
        String host = endpoint.getHost();
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d+\\.\\d+\\.\\d+"));
    }

    private static String reason(SdkException failure) {
        return failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? answer.statusCode() + " " + answer.awsErrorDetails().errorCode()
                : failure.getClass().getSimpleName();
    }
}
