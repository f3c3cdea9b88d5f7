package dev.danamemory.blob;

/** What must hold of an object for a write to happen. */
public sealed interface Condition {
    /** There is none of that key. */
    record Absent() implements Condition {}

    /** It is there, in this version. */
    record Match(String version) implements Condition {}
}
