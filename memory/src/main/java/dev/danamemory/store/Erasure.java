package dev.danamemory.store;

/** What became of an erase. */
public sealed interface Erasure {
    /** Nothing is readable and all is swept, what an erase that broke off had left included. */
    record Done() implements Erasure {}

    /** Nothing is readable any more; time ran out before all was swept, the same call goes on. */
    record Unfinished() implements Erasure {}

    /** There was none, or an earlier erase of it is complete. */
    record Absent() implements Erasure {}
}
