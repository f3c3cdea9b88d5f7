package dev.danamemory.local.gateway;

import dev.danamemory.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request before it becomes an event.
 *
 * @param requestId names this request in answers and logs
 * @param rawPath the path, still percent-encoded
 * @param rawQuery what follows the question mark, still percent-encoded; empty without one
 * @param user who asks; null when nobody is known
 * @param sourceIp where the request came from
 * @param protocol as in {@code HTTP/1.1}
 */
public record LocalRequest(
        String requestId,
        String method,
        String rawPath,
        String rawQuery,
        List<Header> headers,
        Body body,
        @Nullable UserId user,
        String sourceIp,
        String protocol) {
    public LocalRequest {
        headers = List.copyOf(headers);
    }
}
