package dev.danamemory.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** DynamoDB clients that give up in time. Region, credentials and endpoint are found as the SDK finds them. */
public final class DynamoClients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    // between two bytes of an answer
    private static final Duration SILENCE = Duration.ofSeconds(4);
    // the store repeats too, and knows what it may repeat
    private static final int ATTEMPTS = 3;

    // as DynamoDB's own clients have it: a partition is free again long before the second that others wait
    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(2));

    private DynamoClients() {}

    /** A client to be, which takes further settings. */
    public static DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(
                        settings -> settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .backoffStrategy(BACKOFF)
                                .throttlingBackoffStrategy(BACKOFF)
                                .build()));
    }
}
