package dev.danamemory.store;

/**
 * What a sweep came to.
 *
 * @param swept how many words that were left it followed
 * @param failed how many it could not follow; they stay
 * @param isDone whether none is left that is due, failures aside
 */
public record SweepRun(long swept, long failed, boolean isDone) {}
