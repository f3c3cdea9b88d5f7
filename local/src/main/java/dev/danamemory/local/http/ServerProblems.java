package dev.danamemory.local.http;

import dev.danamemory.functions.http.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the HTTP server itself finds wrong, as problems. */
final class ServerProblems {
    private static final Duration UNTIL_BACK = Duration.ofSeconds(5);

    private ServerProblems() {}

    /** @param status the server's own choice */
    static Problem of(int status) {
        return switch (status) {
            case 408 -> Problem.badRequest("the request did not arrive in time");
            case 413 -> Problem.tooLargeForAll();
            case 414 -> problem(414, "too-large", "Target too long", "path and query are over 64 KiB");
            case 417, 501 -> malformed(status);
            case 431 -> problem(431, "too-large", "Headers too large", "the headers are over 64 KiB");
            case 503 ->
                problem(503, "store-unavailable", "Stopping", "the server is stopping; try again when it is back")
                        .retryAfter(UNTIL_BACK);
            case 505 -> problem(505, "bad-request", "HTTP version not supported", "send HTTP/1.1 or HTTP/1.0");
            default -> status < 500 ? malformed(400) : Problem.internalError();
        };
    }

    private static Problem malformed(int status) {
        String detail = "the request is not well-formed HTTP; check request line, headers and body length";
        return problem(status, "bad-request", "Bad request", detail);
    }

    private static Problem problem(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of(), Map.of(), Map.of());
    }
}
