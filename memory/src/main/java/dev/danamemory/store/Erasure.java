package dev.danamemory.store;

/** What became of an erase. */
public sealed interface Erasure {
    /** Nothing is readable and all is swept. */
    record Done() implements Erasure {}

    /** Nothing is readable any more; time ran out before all was swept, the same call goes on. */
    record Unfinished() implements Erasure {}

    /** There was none (a broken erase of it was finished first). */
    record Absent() implements Erasure {}
}
