package dev.danamemory.blob.s3;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failed request means. The SDK's messages are left behind: they name keys, and keys hold the names of users.
 */
final class S3Failures {
    // somebody has to change something first
    private static final Duration RETRY_AFTER_A_REFUSAL = Duration.ofSeconds(30);
    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private static final int CONFLICT = 409;
    private static final Set<String> PASSING = Set.of("RequestTimeout", "RequestTimeoutException", "OperationAborted");

    private S3Failures() {}

    /** {@link BlobUnavailableException} where a repeat may help, else {@link StoreUnavailableException}. */
    static RuntimeException of(S3Action action, SdkException failure) {
        return failure instanceof AwsServiceException answer && isRefusal(answer)
                ? new StoreUnavailableException(refusal(action, answer), RETRY_AFTER_A_REFUSAL, null)
                : new BlobUnavailableException("S3 did not %s: %s".formatted(action.verb(), reason(failure)), null);
    }

    private static boolean isRefusal(AwsServiceException answer) {
        int status = answer.statusCode();
        boolean passes = PASSING.contains(code(answer)) || answer.isThrottlingException();
        return status >= 300 && status < 500 && status != CONFLICT && !passes;
    }

    private static String refusal(S3Action action, AwsServiceException answer) {
        String code = code(answer);
        String advice;
        if (CREDENTIALS.contains(code)) {
            advice = "the credentials are not valid";
        } else if (code.equals("NoSuchBucket")) {
            advice = "there is no bucket of that name; MEMORY_BUCKET, MEMORY_ARCHIVE or AGENTS_FILE has to name one";
        } else if (ELSEWHERE.contains(code) || answer.statusCode() < 400) {
            advice = "the bucket is in another region; AWS_REGION has to name it";
        } else if (answer.statusCode() == 403) {
            advice = "the role needs " + action.permissions() + ", and with SSE-KMS the use of the key";
        } else {
            advice = "it does not take the request";
        }
        return "S3 refused to %s (%s): %s".formatted(action.verb(), reason(answer), advice);
    }

    private static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return "%d %s, request %s".formatted(answer.statusCode(), code(answer), answer.requestId());
        }
        StringBuilder names = new StringBuilder(failure.getClass().getSimpleName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" from ").append(cause.getClass().getSimpleName());
        }
        return names.toString();
    }

    private static String code(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        return code == null || code.isBlank() ? String.format(Locale.ROOT, "status %d", answer.statusCode()) : code;
    }
}
