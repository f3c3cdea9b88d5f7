package dev.danamemory.store;

/** What became of archiving or deleting an idle conversation. */
public sealed interface Retirement {
    /**
     * It is done.
     *
     * @param turns how many were archived, or deleted
     */
    record Done(long turns) implements Retirement {}

    /** There was activity; nothing changed. */
    record InUse() implements Retirement {}

    /** There is none, or not any more. */
    record Absent() implements Retirement {}

    /** Time ran out; the next run goes on. */
    record Unfinished() implements Retirement {}
}
