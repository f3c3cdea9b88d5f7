package dev.danamemory.store.contract;

import java.nio.charset.StandardCharsets;

/**
 * Something in a backend.
 *
 * @param name its whole name there
 * @param content as stored, unpacked where it is packed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record StoredObject(String name, byte[] content) {
    /** Whether name or content holds the text. */
    public boolean contains(String text) {
        return name.contains(text) || new String(content, StandardCharsets.UTF_8).contains(text);
    }
}
