package dev.danamemory.store.contract;

/**
 * One request of a store to its backend.
 *
 * @param kind whether it can change anything
 * @param name what is asked of what, as in {@code put-if-match conversations}; for messages, and for tests of one store
 */
public record StoreCall(Kind kind, String name) {
    /** What a request can do. */
    public enum Kind {
        /** Gets or lists. */
        READ,
        /** Puts or deletes, on a condition or without. */
        WRITE
    }

    /** A request that gets or lists. */
    public static StoreCall read(String name) {
        return new StoreCall(Kind.READ, name);
    }

    /** A request that puts or deletes. */
    public static StoreCall write(String name) {
        return new StoreCall(Kind.WRITE, name);
    }

    /** Whether it puts or deletes. */
    public boolean isWrite() {
        return kind == Kind.WRITE;
    }
}
