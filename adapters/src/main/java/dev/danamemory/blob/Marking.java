package dev.danamemory.blob;

/** What became of marking a conversation as erased. */
sealed interface Marking {
    /**
     * Its stub is there: nothing of it is readable any more.
     *
     * @param turns how many it had, as far as this call could see
     */
    record Marked(Stub stub, long turns) implements Marking {}

    /** There was activity. */
    record Refused() implements Marking {}

    /** There is nothing to erase. */
    record Nothing() implements Marking {}
}
