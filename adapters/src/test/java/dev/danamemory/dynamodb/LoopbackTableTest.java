package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.store.StoreUnavailableException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

class LoopbackTableTest {
    private final String table = "dana-" + UUID.randomUUID();

    @Test
    void aMissingTableIsMadeOnce() {
        URI server = DynamoDbServer.shared().url();

        assertThat(LoopbackTable.createIfMissing(client(server), Template::tableDefinition, table))
                .isTrue();
        assertThat(LoopbackTable.createIfMissing(
                        client(server),
                        () -> {
                            throw new AssertionError("it is there");
                        },
                        table))
                .isFalse();
        try (DynamoDbClient plain = client(server).build()) {
            assertThat(plain.describeTable(describe -> describe.tableName(table))
                            .table()
                            .globalSecondaryIndexes())
                    .isNotEmpty();
        }
    }

    @Test
    void aServerThatIsGoneIsTold() {
        FaultyProxy gone = FaultyProxy.before(DynamoDbServer.shared().url());
        gone.close();

        assertThatThrownBy(() -> LoopbackTable.createIfMissing(client(gone.url()), Template::tableDefinition, table))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("DynamoDB does not answer: SdkClientException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"})
    void loopback(String endpoint) {
        assertThat(LoopbackTable.isLoopback(URI.create(endpoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dynamodb.eu-central-1.amazonaws.com",
                "http://localhost.example.com",
                "http://10.0.0.1:8000",
                "mailto:x"
            })
    void elsewhere(String endpoint) {
        assertThat(LoopbackTable.isLoopback(URI.create(endpoint))).isFalse();
    }

    private static DynamoDbClientBuilder client(URI endpoint) {
        return DynamoClients.builder()
                .endpointOverride(endpoint)
                .region(Region.of(DynamoDbServer.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(DynamoDbServer.ACCESS_KEY, DynamoDbServer.SECRET_KEY)));
    }
}
