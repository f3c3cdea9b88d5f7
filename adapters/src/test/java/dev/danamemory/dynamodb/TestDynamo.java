package dev.danamemory.dynamodb;

import dev.danamemory.servers.DynamoDbServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * The DynamoDB that tests run against: the one that {@code DANA_TEST_DYNAMODB_ENDPOINT} names, else DynamoDB Local.
 *
 * @param endpoint where it listens
 */
public record TestDynamo(URI endpoint, String region, String accessKey, String secretKey) {
    private static final String ENDPOINT = "DANA_TEST_DYNAMODB_ENDPOINT";
    // making one costs more than a short test
    private static final Map<TestDynamo, DynamoDbClient> CLIENTS = new ConcurrentHashMap<>();

    /** The one for all tests. */
    static TestDynamo shared() {
        Map<String, String> environment = System.getenv();
        return environment.get(ENDPOINT) == null
                ? new TestDynamo(
                        DynamoDbServer.shared().url(),
                        DynamoDbServer.REGION,
                        DynamoDbServer.ACCESS_KEY,
                        DynamoDbServer.SECRET_KEY)
                : new TestDynamo(
                        URI.create(environment.get(ENDPOINT)),
                        environment.getOrDefault("AWS_REGION", "us-east-1"),
                        environment.getOrDefault("AWS_ACCESS_KEY_ID", "test"),
                        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "test"));
    }

    /**
     * A client that reaches the engine without a wire in between, for schedules of many thousand requests; over the wire
     * where the environment names an endpoint.
     */
    static DynamoDbClient quickClient() {
        return System.getenv(ENDPOINT) == null ? InProcess.CLIENT : shared().sharedClient();
    }

    /** The same, reached by another way. */
    TestDynamo at(URI other) {
        return new TestDynamo(other, region, accessKey, secretKey);
    }

    /** A client for many tests, which nobody closes. It waits long: a server's first answers take a while. */
    DynamoDbClient sharedClient() {
        return CLIENTS.computeIfAbsent(
                this,
                made -> made.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
                        .build());
    }

    /** A client as the service has it. */
    DynamoDbClient client() {
        return builder().build();
    }

    private DynamoDbClientBuilder builder() {
        return DynamoClients.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
    }

    /** A new table, as the template defines it. */
    public static String createTable(DynamoDbClient client) {
        String name = "dana-test-" + UUID.randomUUID();
        Template.tableDefinition().createIfMissing(client, name);
        return name;
    }

    /** For another process. */
    Map<String, String> settings(String table) {
        return Map.of(
                "endpoint", endpoint.toString(),
                "region", region,
                "access-key", accessKey,
                "secret-key", secretKey,
                "table", table);
    }

    /** What {@link #settings} told. */
    static TestDynamo of(Map<String, String> settings) {
        return new TestDynamo(
                URI.create(settings.get("endpoint")),
                settings.get("region"),
                settings.get("access-key"),
                settings.get("secret-key"));
    }

    // made when a test first asks
    private static final class InProcess {
        static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(true).dynamoDbClient();
    }
}
