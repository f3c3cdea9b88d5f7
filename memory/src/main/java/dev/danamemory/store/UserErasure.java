package dev.danamemory.store;

/**
 * How far the erase of a user came.
 *
 * @param isDone whether all of it is done
 * @param unmarked how many conversations may still be readable; 0 means none
 * @param conversations how many this call erased
 * @param turns how many turns these had
 * @param archives how many archives this call deleted
 */
public record UserErasure(boolean isDone, long unmarked, long conversations, long turns, long archives) {}
