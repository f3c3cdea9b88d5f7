package dev.danamemory.blob.s3;

import dev.danamemory.blob.SharedBlobs.Address;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Makes presigned URLs with a client's own credentials, region and endpoint. One that was signed with the credentials of
 * a role ends with these, whatever it says: so it says so.
 */
final class S3Addresses {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final S3Client client;
    // a process that never makes one is spared the time
    private volatile @Nullable S3Presigner presigner;

    S3Addresses(S3Client client) {
        this.client = client;
    }

    Address of(String bucket, String key, Duration longest, Instant now) {
        Duration length = credentialsEnd()
                .map(end -> Duration.between(now, end))
                .filter(left -> left.compareTo(longest) < 0)
                .map(left -> left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
                .orElse(longest);
        PresignedGetObjectRequest signed = presigner()
                .presignGetObject(request -> request.signatureDuration(length)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)));
        return new Address(signed.url().toString(), signed.expiration());
    }

    private Optional<Instant> credentialsEnd() {
        try {
            AwsCredentialsIdentity identity =
                    settings().credentialsProvider().resolveIdentity().join();
            return identity.expirationTime();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof SdkException failure ? failure : failed;
        }
    }

    // made twice by two threads it is the same
    private S3Presigner presigner() {
        S3Presigner made = presigner;
        if (made == null) {
            made = made();
            presigner = made;
        }
        return made;
    }

    private S3ServiceClientConfiguration settings() {
        return client.serviceClientConfiguration();
    }

    private S3Presigner made() {
        S3ServiceClientConfiguration settings = settings();
        Optional<URI> endpoint = settings.endpointOverride();
        IdentityProvider<? extends AwsCredentialsIdentity> credentials = settings.credentialsProvider();
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(settings.region())
                .credentialsProvider(credentials)
                // nobody resolves bucket.localhost
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(
                                endpoint.filter(S3Clients::isLoopback).isPresent())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
