package dev.danamemory.local.http;

import java.io.IOException;

/** A body that ended before its announced end, or whose chunks can't be read. */
final class IncompleteBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    IncompleteBodyException(IOException cause) {
        super("the body did not arrive whole", cause);
    }
}
