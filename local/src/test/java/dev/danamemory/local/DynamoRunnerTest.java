package dev.danamemory.local;

import dev.danamemory.servers.DynamoDbServer;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The runner on DynamoDB. */
class DynamoRunnerTest extends CloudRunnerTest {
    private final String table = "dana-" + UUID.randomUUID();

    @Override
    String store() {
        return "dynamodb";
    }

    @Override
    URI server() {
        return DynamoDbServer.shared().url();
    }

    @Override
    Map<String, String> environment(URI endpoint) {
        return Map.of(
                "MEMORY_STORE",
                store(),
                "MEMORY_TABLE",
                table,
                "AWS_ENDPOINT_URL_DYNAMODB",
                endpoint.toString(),
                "AWS_REGION",
                DynamoDbServer.REGION,
                "AWS_ACCESS_KEY_ID",
                DynamoDbServer.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                DynamoDbServer.SECRET_KEY);
    }

    @Override
    String complaint() {
        return "DynamoDB does not answer";
    }
}
