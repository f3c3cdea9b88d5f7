package dev.danamemory.local.gateway;

/**
 * One field of a request or an answer.
 *
 * @param name in any case
 */
public record Header(String name, String value) {}
