package dev.danamemory.bench;

import dev.danamemory.dynamodb.DynamoClients;
import dev.danamemory.dynamodb.DynamoConversationStore;
import dev.danamemory.dynamodb.TestDynamo;
import dev.danamemory.model.NewIds;
import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.store.ConversationStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB store, against DynamoDB Local in memory. */
final class DynamoBackend implements Backend {
    private final Counter counter = new Counter();
    private final DynamoDbServer server = DynamoDbServer.start();
    private final DynamoDbClient client = DynamoClients.builder()
            .endpointOverride(server.url())
            .region(Region.of(DynamoDbServer.REGION))
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(DynamoDbServer.ACCESS_KEY, DynamoDbServer.SECRET_KEY)))
            .overrideConfiguration(config -> config.addExecutionInterceptor(counter))
            .build();
    private final String table = TestDynamo.createTable(client);

    String table() {
        return table;
    }

    DynamoDbClient client() {
        return client;
    }

    @Override
    public String name() {
        return "DynamoDB";
    }

    @Override
    public ConversationStore store() {
        return new DynamoConversationStore(client, table, new NewIds(new SecureRandom()), InstantSource.system());
    }

    @Override
    public Counter.Count count() {
        return counter.count();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
