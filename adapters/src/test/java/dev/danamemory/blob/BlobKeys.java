package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;

/** Where a test finds what a store wrote. */
public final class BlobKeys {
    private static final Layout LAYOUT = new Layout("");

    private BlobKeys() {}

    /** The head of a conversation. */
    public static String head(ConversationKey key) {
        return LAYOUT.head(key);
    }

    /** Its list entry. */
    public static String entry(ConversationKey key) {
        return LAYOUT.entry(key);
    }
}
