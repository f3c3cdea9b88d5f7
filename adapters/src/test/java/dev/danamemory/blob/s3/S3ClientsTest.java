package dev.danamemory.blob.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.PutResult;
import dev.danamemory.servers.S3Server;
import dev.danamemory.store.StoreUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients and buckets as the settings of the SDK say. */
class S3ClientsTest {
    private static final List<String> SETTINGS =
            List.of("aws.endpointUrlS3", "aws.region", "aws.accessKeyId", "aws.secretAccessKey");

    private final S3Server server = S3Server.start();

    @AfterEach
    void stop() {
        SETTINGS.forEach(System::clearProperty);
        server.close();
    }

    @Test
    void theSettingsOfTheSdkHold() {
        set(server.url().toString(), S3Server.SECRET_KEY);
        try (S3Client client = S3Clients.builder().build()) {
            assertThat(S3Bucket.createOnLoopback(client, "settings")).isTrue();
            assertThat(S3Bucket.createOnLoopback(client, "settings")).isFalse();

            Blobs blobs = new S3Blobs(client, "settings");
            assertThat(blobs.put("key", new byte[1], new Condition.Absent())).isInstanceOf(PutResult.Stored.class);
        }
    }

    @Test
    void aHostByNameIsReachedWithTheBucketInThePath() {
        set("http://localhost:" + server.url().getPort(), S3Server.SECRET_KEY);
        try (S3Client client = S3Clients.builder().build()) {
            assertThat(S3Bucket.createOnLoopback(client, "by-name")).isTrue();
            assertThat(new S3Blobs(client, "by-name").get("nothing")).isEmpty();
        }
    }

    @Test
    void aBucketOfAwsIsMadeByItsOwner() {
        set("https://s3.example.com", "none");
        try (S3Client client = S3Clients.builder().build()) {
            assertThat(S3Bucket.createOnLoopback(client, "theirs")).isFalse();
        }
    }

    @Test
    void wrongCredentialsAreTold() {
        set(server.url().toString(), "guessed");
        try (S3Client client = S3Clients.builder().build()) {
            assertThatThrownBy(() -> S3Bucket.createOnLoopback(client, "refused"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("403");
            assertThatThrownBy(() -> new S3Blobs(client, "refused").get("key"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("the credentials are not valid");
        }
    }

    @Test
    void aMissingBucketIsTold() {
        set(server.url().toString(), S3Server.SECRET_KEY);
        try (S3Client client = S3Clients.builder().build()) {
            assertThatThrownBy(() -> new S3Blobs(client, "nowhere").get("key"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("MEMORY_BUCKET");
            assertThatThrownBy(() -> new S3Blobs(client, "nowhere").list("list/", "", 1))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("MEMORY_BUCKET");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000",
                "http://localhost",
                "https://[::1]:1",
                "http://bucket.localhost:9000",
                "http://127.3.2.1/"
            })
    void loopback(String endpoint) {
        assertThat(S3Clients.isLoopback(URI.create(endpoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3.eu-central-1.amazonaws.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "mailto:x"
            })
    void elsewhere(String endpoint) {
        assertThat(S3Clients.isLoopback(URI.create(endpoint))).isFalse();
    }

    private static void set(String endpoint, String secretKey) {
        Map.of(
                        "aws.endpointUrlS3",
                        endpoint,
                        "aws.region",
                        S3Server.REGION,
                        "aws.accessKeyId",
                        S3Server.ACCESS_KEY,
                        "aws.secretAccessKey",
                        secretKey)
                .forEach(System::setProperty);
    }
}
