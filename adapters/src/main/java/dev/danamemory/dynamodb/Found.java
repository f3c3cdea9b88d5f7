package dev.danamemory.dynamodb;

import dev.danamemory.store.StoredDataUnreadableException;

/** What stands in a conversation's place. */
sealed interface Found {
    /** Nothing. */
    record None() implements Found {}

    /** A conversation. */
    record Live(View view) implements Found {}

    /** A conversation whose erase has begun: to readers it is gone. */
    record Ending(Root root, Fence fence) implements Found {}

    /** What is left of an erased one. */
    record Erased(Stub stub) implements Found {}

    /** Something that is neither, kept as it is. */
    record Damaged(StoredDataUnreadableException problem) implements Found {}
}
