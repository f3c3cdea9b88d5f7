package dev.danamemory.functions;

import dev.danamemory.store.Downloads;

/** What becomes of an export that is over 4 MiB. */
public sealed interface LargeExports {
    /** It is answered like any other: nothing bounds answers here. */
    record Whole() implements LargeExports {}

    /** The answer says where it can be fetched: Lambda carries none as large. */
    record Fetched(Downloads downloads) implements LargeExports {}

    /** It is refused, for there is no place to fetch it from. */
    record Refused() implements LargeExports {}
}
