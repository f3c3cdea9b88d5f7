package dev.danamemory.e2e;

import dev.danamemory.blob.s3.S3Clients;
import dev.danamemory.dynamodb.DynamoClients;
import dev.danamemory.dynamodb.TestDynamo;
import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 and DynamoDB on loopback, which functions in other processes reach too. Each starts when a test first asks. */
final class Servers {
    static final String BUCKET = "dana-e2e";

    private static final Map<Path, String> TABLES = new ConcurrentHashMap<>();

    private Servers() {}

    /** S3 that has the bucket. */
    static URI s3() {
        return WithBucket.URL;
    }

    static URI dynamoDb() {
        return DynamoDbServer.shared().url();
    }

    /** The table of that folder, made when it is first asked for. */
    static String table(Path folder) {
        return TABLES.computeIfAbsent(folder, first -> TestDynamo.createTable(WithTables.CLIENT));
    }

    private static StaticCredentialsProvider keys(String access, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(access, secret));
    }

    private static final class WithBucket {
        static final URI URL = S3Server.shared().url();

        static {
            try (S3Client client = S3Clients.builder()
                    .endpointOverride(URL)
                    .region(Region.of(S3Server.REGION))
                    .credentialsProvider(keys(S3Server.ACCESS_KEY, S3Server.SECRET_KEY))
                    .build()) {
                client.createBucket(bucket -> bucket.bucket(BUCKET));
            }
        }
    }

    private static final class WithTables {
        static final DynamoDbClient CLIENT = DynamoClients.builder()
                .endpointOverride(dynamoDb())
                .region(Region.of(DynamoDbServer.REGION))
                .credentialsProvider(keys(DynamoDbServer.ACCESS_KEY, DynamoDbServer.SECRET_KEY))
                .build();
    }
}
