package dev.danamemory.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a turn refers to. It is never fetched.
 *
 * @param uri where it is
 * @param mediaType as in {@code image/png}
 * @param size bytes, 0 or more
 * @param sha256 in hex
 * @param more keys that a file brought along
 */
public record Attachment(
        String uri,
        String mediaType,
        @Nullable String name,
        @Nullable Long size,
        @Nullable String sha256,
        Map<String, JsonNode> more) {
    /** The most that one turn may refer to. */
    public static final int MOST = 16;
}
