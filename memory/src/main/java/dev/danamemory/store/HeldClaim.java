package dev.danamemory.store;

/**
 * A claim as it is stored.
 *
 * @param version by which it can be replaced
 * @param isMine whether the call that asked has just made it
 */
public record HeldClaim(KeyClaim claim, String version, boolean isMine) {}
