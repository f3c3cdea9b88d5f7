package dev.danamemory.blob.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.SharedBlobs.Address;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Addresses are made without asking anybody. */
class S3AddressesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static S3Client client(AwsCredentialsProvider credentials, Consumer<S3ClientBuilder> more) {
        S3ClientBuilder builder =
                S3Clients.builder().region(Region.EU_CENTRAL_1).credentialsProvider(credentials);
        more.accept(builder);
        return builder.build();
    }

    private static AwsSessionCredentials.Builder ofRole() {
        return AwsSessionCredentials.builder()
                .accessKeyId("AKID")
                .secretAccessKey("secret")
                .sessionToken("token");
    }

    private static Address address(AwsCredentialsProvider credentials, Consumer<S3ClientBuilder> more) {
        try (S3Client client = client(credentials, more)) {
            return new S3SharedBlobs(client, "bucket").address("downloads/a%41/x.json.gz", HOUR);
        }
    }

    @Test
    void onAwsTheBucketIsInTheName() {
        Address address = address(() -> ofRole().build(), none -> {});
        assertThat(address.url())
                .startsWith("https://bucket.s3.eu-central-1.amazonaws.com/downloads/a%2541/x.json.gz?")
                .contains("X-Amz-Security-Token=token", "X-Amz-Expires=3600");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4566, http://127.0.0.1:4566/bucket/downloads/",
        "http://localhost:4566, http://localhost:4566/bucket/downloads/",
        "https://s3.example.com, https://bucket.s3.example.com/downloads/"
    })
    void elsewhereItIsWhereTheClientAsks(URI endpoint, String begin) {
        assertThat(address(() -> ofRole().build(), builder -> builder.endpointOverride(endpoint))
                        .url())
                .startsWith(begin);
    }

    @Test
    void itEndsWithTheCredentialsThatSignedIt() {
        Instant end = Instant.now().plus(Duration.ofMinutes(20));
        Address address = address(() -> ofRole().expirationTime(end).build(), none -> {});
        assertThat(address.expiresAt()).isBetween(end.minusSeconds(10), end.plusSeconds(2));

        Instant later = Instant.now().plus(Duration.ofHours(5));
        assertThat(address(() -> ofRole().expirationTime(later).build(), none -> {})
                        .url())
                .contains("X-Amz-Expires=3600");
        Instant over = Instant.now().minusSeconds(5);
        assertThat(address(() -> ofRole().expirationTime(over).build(), none -> {})
                        .url())
                .contains("X-Amz-Expires=1&");
    }

    @Test
    void withoutCredentialsThereIsNone() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("key AKID of downloads/alice is not there");
        };
        assertThatThrownBy(() -> address(none, builder -> {}))
                .isInstanceOf(BlobUnavailableException.class)
                .hasMessageStartingWith("S3 did not make an address for: ")
                .hasMessageNotContaining("alice");
    }
}
