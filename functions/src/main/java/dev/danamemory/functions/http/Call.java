package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import dev.danamemory.store.Deadline;
import java.time.Duration;

/**
 * One delivery of an event.
 *
 * @param requestId names it where API Gateway did not
 * @param function who got it, by Lambda's name; empty when it was not Lambda that called
 * @param deadline when the answer must be out
 */
public record Call(String requestId, String function, Deadline deadline) {
    // API Gateway gives up at 30 s
    private static final Duration LONGEST = Duration.ofSeconds(29);
    // what writing the answer may take
    private static final Duration TO_LEAVE = Duration.ofMillis(500);

    /** A call that nobody but API Gateway's own limit ends. */
    public static Call of(String requestId) {
        return new Call(requestId, "", Deadline.in(LONGEST));
    }

    /** The call that Lambda makes. */
    public static Call of(Context lambda) {
        Duration left = Duration.ofMillis(lambda.getRemainingTimeInMillis()).minus(TO_LEAVE);
        return new Call(
                lambda.getAwsRequestId(),
                lambda.getFunctionName(),
                Deadline.in(left).atMost(LONGEST));
    }
}
