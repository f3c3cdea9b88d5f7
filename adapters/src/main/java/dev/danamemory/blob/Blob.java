package dev.danamemory.blob;

/**
 * An object as it was read.
 *
 * @param bytes nobody changes them
 * @param version opaque; changes with every change of content
 */
@SuppressWarnings("ArrayRecordComponent") // compared by version, never by equals
public record Blob(byte[] bytes, String version) {}
