package dev.danamemory.chat;

/**
 * An idempotency key as a call carries it. Neither part holds a text of the caller's.
 *
 * @param name digest of method, path and key, in hex
 * @param bodyDigest equal for bodies that are equal as JSON
 */
public record RequestKey(String name, String bodyDigest) {}
