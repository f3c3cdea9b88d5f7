package dev.danamemory.store;

import org.jspecify.annotations.Nullable;

/** Something stored is not what the store once wrote. It is kept as it is, and erasing still works. */
public final class StoredDataUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String object;
    private final @Nullable String conversationId;

    /** @param object the damaged object's name in the store */
    public StoredDataUnreadableException(String object, String problem, @Nullable Throwable cause) {
        this(object, null, problem, cause);
    }

    /**
     * Damage that a caller meets without having named the conversation.
     *
     * @param conversationId whose object it is, or null
     */
    public StoredDataUnreadableException(
            String object, @Nullable String conversationId, String problem, @Nullable Throwable cause) {
        super("cannot read " + object + ": " + problem, cause);
        this.object = object;
        this.conversationId = conversationId;
    }

    /** Whose object it is where the caller did not say so; else null. */
    public @Nullable String conversationId() {
        return conversationId;
    }

    /** The damaged object's name in the store. */
    public String object() {
        return object;
    }
}
