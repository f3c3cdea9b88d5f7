package dev.danamemory.store;

import org.jspecify.annotations.Nullable;

/** Something stored is not what the store once wrote. It is kept as it is, and erasing still works. */
public final class StoredDataUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String object;

    /** @param object the damaged object's name in the store */
    public StoredDataUnreadableException(String object, String problem, @Nullable Throwable cause) {
        super("cannot read " + object + ": " + problem, cause);
        this.object = object;
    }

    /** The damaged object's name in the store. */
    public String object() {
        return object;
    }
}
