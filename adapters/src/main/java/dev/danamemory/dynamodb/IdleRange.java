package dev.danamemory.dynamodb;

import org.jspecify.annotations.Nullable;

/**
 * A run of a partition of cleanup's index.
 *
 * @param through the latest activity, in microseconds since 1970
 * @param limit at least 1
 * @param after where an earlier page of the same partition ended, or null
 */
record IdleRange(
        String partition, long through, int limit, @Nullable IdleRow after) {}
