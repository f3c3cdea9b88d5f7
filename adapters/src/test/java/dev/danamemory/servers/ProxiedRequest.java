package dev.danamemory.servers;

import java.nio.charset.StandardCharsets;

/** A request on its way through a {@link FaultyProxy}. */
public final class ProxiedRequest {
    private final HttpMessage message;

    ProxiedRequest(HttpMessage message) {
        this.message = message;
    }

    /** In capitals. */
    public String method() {
        return message.method();
    }

    /** Path and query as sent: of S3 {@code /bucket/key}. */
    public String target() {
        return message.target();
    }

    /** The header's value, or empty; of DynamoDB {@code X-Amz-Target} ends with the operation. */
    public String header(String name) {
        return message.header(name);
    }

    /** The body, as text. */
    public String text() {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method() + " " + target();
    }
}
