package dev.danamemory.dynamodb;

import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells which failures may pass, and which are refusals that somebody has to do something about. */
final class AwsFailures {
    private static final int SERVERS_FAULT = 500;
    private static final Duration RETRY_AFTER_A_REFUSAL = Duration.ofSeconds(30);
    private static final Set<String> PASSING =
            Set.of("TransactionConflictException", "ReplicatedWriteConflictException", "RequestTimeout");
    private static final String CREDENTIALS = "the credentials are not valid";
    private static final Map<String, String> REFUSALS = Map.of(
            "AccessDeniedException",
            "the role needs the right to do so on the table, and with a KMS key of your own the use of the key",
            "ResourceNotFoundException",
            "there is no such table in this region; MEMORY_TABLE has to name one",
            "UnrecognizedClientException",
            CREDENTIALS,
            "InvalidSignatureException",
            CREDENTIALS,
            "IncompleteSignatureException",
            CREDENTIALS,
            "MissingAuthenticationTokenException",
            CREDENTIALS,
            "ExpiredTokenException",
            CREDENTIALS);

    private AwsFailures() {}

    /**
     * A {@link TableUnavailableException} where a repeat may help, a {@link StoreUnavailableException} where the table is
     * missing or closed to us; else the failure as it is, for then the request was wrong.
     */
    static RuntimeException of(SdkException failure) {
        if (failure instanceof AbortedException) {
            Thread.currentThread().interrupt();
        }
        if (!(failure instanceof AwsServiceException answered)) {
            return new TableUnavailableException("no answer from DynamoDB", false, failure);
        }
        if (answered.isThrottlingException()) {
            return new TableUnavailableException("DynamoDB is asked too much", true, failure);
        }
        String code = code(answered);
        if (answered.statusCode() >= SERVERS_FAULT || PASSING.contains(code)) {
            return new TableUnavailableException("DynamoDB failed", false, failure);
        }
        String advice = REFUSALS.get(code);
        // the SDK's message stays behind: it may name users
        return advice == null
                ? failure
                : new StoreUnavailableException(
                        "DynamoDB refused (" + code + "): " + advice, RETRY_AFTER_A_REFUSAL, null);
    }

    private static String code(AwsServiceException answered) {
        String code = answered.awsErrorDetails() == null
                ? null
                : answered.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
