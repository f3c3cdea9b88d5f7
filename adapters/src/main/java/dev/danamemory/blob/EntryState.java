package dev.danamemory.blob;

/** What stands in a list entry's place. */
sealed interface EntryState {
    /** Nothing. */
    record None() implements EntryState {}

    /** An entry. */
    record Live(ListEntry entry, String version) implements EntryState {}

    /** The stub of an erased one. */
    record Erased(Stub stub, String version) implements EntryState {}

    /** Something unreadable; an entry is made anew from its head. */
    record Damaged(String version) implements EntryState {}
}
