package dev.danamemory.functions.http;

import java.util.List;

/** What the body of a request has to be. */
public enum Payload {
    /** Whatever is sent is ignored. */
    NONE(0),
    /** A JSON object, which may be left out. */
    OPTIONAL(2),
    /** A JSON object. */
    REQUIRED(2),
    /** A merge patch, which may be left out. */
    PATCH(2),
    /** A Dana memory file. */
    FILE(4);

    private static final String JSON = "application/json";
    private static final int MEBIBYTE = 1024 * 1024;

    private final int mebibytes;

    Payload(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    /** The largest that is read, in bytes; 0 where none is read. */
    public int limit() {
        return mebibytes * MEBIBYTE;
    }

    /** The media types it may be sent as. */
    List<String> mediaTypes() {
        return this == PATCH ? List.of(JSON, "application/merge-patch+json") : List.of(JSON);
    }

    /** Whether a request without any body is as one with an empty object. */
    boolean mayBeLeftOut() {
        return this == OPTIONAL || this == PATCH;
    }
}
