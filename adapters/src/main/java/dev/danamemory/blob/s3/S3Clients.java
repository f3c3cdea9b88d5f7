package dev.danamemory.blob.s3;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** S3 clients that give up in time. Region, credentials and endpoint are found as the SDK finds them. */
public final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    // between two bytes of an answer
    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final int ATTEMPTS = 3;

    private S3Clients() {}

    /** A client to be, which takes further settings. */
    public static S3ClientBuilder builder() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                // waiting for the permission to send would cost a round trip per write
                .serviceConfiguration(settings -> settings.expectContinueEnabled(false))
                .endpointProvider(S3Clients::endpoint)
                .overrideConfiguration(
                        settings -> settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
    }

    // nobody resolves bucket.localhost
    private static CompletableFuture<Endpoint> endpoint(S3EndpointParams params) {
        boolean isLoopback = params.endpoint() != null && isLoopback(URI.create(params.endpoint()));
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(
                        isLoopback ? params.toBuilder().forcePathStyle(true).build() : params);
    }

    /** Whether only this machine is reached by it. */
    public static boolean isLoopback(URI endpoint) {
        String host = endpoint.getHost();
        return host != null
                && (host.equals("localhost")
                        || host.endsWith(".localhost")
                        || host.equals("[::1]")
                        || host.matches("127\\.\\d+\\.\\d+\\.\\d+"));
    }
}
