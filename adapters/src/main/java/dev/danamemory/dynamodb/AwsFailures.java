package dev.danamemory.dynamodb;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells which failures may pass. */
final class AwsFailures {
    private static final int SERVERS_FAULT = 500;
    private static final Set<String> PASSING =
            Set.of("TransactionConflictException", "ReplicatedWriteConflictException", "RequestTimeout");

    private AwsFailures() {}

    /** The failure as a table's, when a repeat may help; else as it is: the table is missing, or closed to us. */
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
        boolean passes = answered.statusCode() >= SERVERS_FAULT
                || (answered.awsErrorDetails() != null
                        && PASSING.contains(answered.awsErrorDetails().errorCode()));
        return passes ? new TableUnavailableException("DynamoDB failed", false, failure) : failure;
    }
}
