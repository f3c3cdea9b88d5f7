package dev.danamemory.dynamodb;

import org.jspecify.annotations.Nullable;

/** What became of a conditional write. */
sealed interface PutResult {
    /** It is done. */
    record Stored() implements PutResult {}

    /**
     * The condition does not hold; nothing was written.
     *
     * @param there what stands in that place, or null when nothing does
     */
    record Refused(@Nullable Item there) implements PutResult {}
}
