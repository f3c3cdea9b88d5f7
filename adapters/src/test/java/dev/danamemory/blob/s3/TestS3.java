package dev.danamemory.blob.s3;

import dev.danamemory.servers.S3Server;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The S3 that tests run against: the one that {@code DANA_TEST_S3_ENDPOINT} names, else a server of this JVM.
 *
 * @param endpoint where it listens
 * @param bucket to use
 */
public record TestS3(URI endpoint, String region, String accessKey, String secretKey, String bucket) {
    // making one costs more than a short test
    private static final Map<TestS3, S3Client> CLIENTS = new ConcurrentHashMap<>();
    private static final String ENDPOINT = "DANA_TEST_S3_ENDPOINT";

    /** The one for all tests, with its bucket made. */
    public static TestS3 shared() {
        return Shared.S3;
    }

    /** The same, reached by another way. */
    public TestS3 at(URI other) {
        return new TestS3(other, region, accessKey, secretKey, bucket);
    }

    /** A client for many tests, which nobody closes. */
    S3Client sharedClient() {
        return CLIENTS.computeIfAbsent(this, TestS3::client);
    }

    /** A client as the service has it. */
    public S3Client client() {
        return S3Clients.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** A prefix that no other test uses. */
    public static String freshPrefix() {
        return "test-" + UUID.randomUUID() + "/";
    }

    /** For another process. */
    public Map<String, String> settings() {
        return Map.of(
                "endpoint", endpoint.toString(),
                "region", region,
                "access-key", accessKey,
                "secret-key", secretKey,
                "bucket", bucket);
    }

    /** What {@link #settings()} told. */
    public static TestS3 of(Map<String, String> settings) {
        return new TestS3(
                URI.create(settings.get("endpoint")),
                settings.get("region"),
                settings.get("access-key"),
                settings.get("secret-key"),
                settings.get("bucket"));
    }

    private static TestS3 found(Map<String, String> environment) {
        if (environment.get(ENDPOINT) == null) {
            return new TestS3(
                    S3Server.shared().url(), S3Server.REGION, S3Server.ACCESS_KEY, S3Server.SECRET_KEY, "dana-tests");
        }
        Map<String, String> said = new HashMap<>(environment);
        return new TestS3(
                URI.create(said.get(ENDPOINT)),
                said.getOrDefault("AWS_REGION", "us-east-1"),
                said.getOrDefault("AWS_ACCESS_KEY_ID", "test"),
                said.getOrDefault("AWS_SECRET_ACCESS_KEY", "test"),
                said.getOrDefault("DANA_TEST_S3_BUCKET", "dana-tests"));
    }

    // made when a test first asks
    private static final class Shared {
        static final TestS3 S3 = withBucket(found(System.getenv()));

        private static TestS3 withBucket(TestS3 s3) {
            try (S3Client client = s3.client()) {
                client.headBucket(bucket -> bucket.bucket(s3.bucket()));
            } catch (S3Exception absent) {
                try (S3Client client = s3.client()) {
                    client.createBucket(bucket -> bucket.bucket(s3.bucket()));
                }
            }
            return s3;
        }
    }
}
