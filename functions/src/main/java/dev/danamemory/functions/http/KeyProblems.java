package dev.danamemory.functions.http;

import java.time.Duration;

/** What can be wrong with an idempotency key that is well-formed. */
public final class KeyProblems {
    private KeyProblems() {}

    /** It came with another body before. */
    public static Problem reused() {
        return Problem.of(
                422,
                "key-reused",
                "Key reused",
                "this Idempotency-Key came with another body before; a new request needs a new key");
    }

    /** Another request with it is at work. */
    public static Problem inProgress(Duration retryAfter) {
        return Problem.of(
                        409,
                        "key-in-progress",
                        "Key in progress",
                        "a request with this Idempotency-Key is at work; send it again after Retry-After seconds")
                .retryAfter(retryAfter);
    }
}
