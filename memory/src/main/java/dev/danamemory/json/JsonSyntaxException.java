package dev.danamemory.json;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** A text that is not one JSON value. Its message says where and never quotes the text. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String problem, @Nullable Throwable cause) {
        // no cause is kept: Jackson's messages quote what they read
        super(problem, null, false, cause == null);
    }

    static JsonSyntaxException at(String problem, @Nullable JsonLocation place, @Nullable Throwable cause) {
        return place == null
                ? new JsonSyntaxException(problem, cause)
                : new JsonSyntaxException(
                        problem + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")", cause);
    }
}
