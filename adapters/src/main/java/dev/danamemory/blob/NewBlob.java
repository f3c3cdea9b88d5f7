package dev.danamemory.blob;

/** An object to be written where there is none yet. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NewBlob(String key, byte[] bytes) {}
