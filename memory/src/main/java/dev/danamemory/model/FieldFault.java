package dev.danamemory.model;

/**
 * What is wrong with one field.
 *
 * @param field the place, as in {@code history[3].user_input}; empty for the whole body
 * @param problem what is wrong and what would be right, without the value
 */
public record FieldFault(String field, String problem) {}
