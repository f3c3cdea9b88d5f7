package dev.danamemory.store;

/** Hashes with a key that only the store knows, so that nobody can find a name again by trying names. */
@FunctionalInterface
public interface KeyedHash {
    /** The same for the same text; letters and digits. */
    String of(String text);

    /** Whether the key is here; else {@link #of} asks the store for it. */
    default boolean isKnown() {
        return true;
    }
}
