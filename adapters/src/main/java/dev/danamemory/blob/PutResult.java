package dev.danamemory.blob;

/** What became of a conditional write. */
public sealed interface PutResult {
    /** Written; the object's version now. */
    record Stored(String version) implements PutResult {}

    /** The condition did not hold; nothing changed. */
    record Mismatch() implements PutResult {}
}
