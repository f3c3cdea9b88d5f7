package dev.danamemory.blob;

/** What stands in a head's place. */
sealed interface Found {
    /** Nothing. */
    record None() implements Found {}

    /** A conversation. */
    record Live(Head head, String version) implements Found {}

    /** What is left of an erased one. */
    record Erased(Stub stub, String version) implements Found {}

    /** Something that is neither, kept as it is. */
    record Damaged(String version, RuntimeException problem) implements Found {}
}
