package dev.danamemory.dynamodb;

import org.jspecify.annotations.Nullable;

/**
 * A run of a partition's items.
 *
 * @param from the least sort key
 * @param to the greatest sort key
 * @param isBackwards whether the greatest comes first
 * @param limit at least 1
 * @param after the sort key where an earlier page ended, or null
 */
record Range(
        String partition,
        String from,
        String to,
        boolean isBackwards,
        int limit,
        @Nullable String after) {
    static Range forwards(String partition, String from, String to, int limit) {
        return new Range(partition, from, to, false, limit, null);
    }

    static Range backwards(String partition, String from, String to, int limit) {
        return new Range(partition, from, to, true, limit, null);
    }

    Range after(String sort) {
        return new Range(partition, from, to, isBackwards, limit, sort);
    }
}
