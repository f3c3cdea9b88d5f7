package dev.danamemory.dynamodb;

/**
 * A directory entry as cleanup's index shows it: all keys, from which an entry's place in the index follows.
 *
 * @param partition of the index
 * @param activeAt microseconds since 1970
 */
record IdleRow(String partition, long activeAt, ItemKey entry) {}
