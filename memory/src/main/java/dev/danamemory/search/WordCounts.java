package dev.danamemory.search;

/**
 * What the ranking needs to know of a text.
 *
 * @param counts how often each word of the query stands in it
 * @param length all its words
 */
@SuppressWarnings("ArrayRecordComponent") // thousands are kept at once; nobody compares them
record WordCounts(int[] counts, int length) {
    boolean any() {
        for (int count : counts) {
            if (count > 0) {
                return true;
            }
        }
        return false;
    }
}
