package dev.danamemory.dynamodb;

import org.jspecify.annotations.Nullable;

/** The table did not answer, or did not say what became of the request. It may or may not have been done. */
final class TableUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isThrottled;

    TableUnavailableException(String message, boolean isThrottled, @Nullable Throwable cause) {
        super(message, cause);
        this.isThrottled = isThrottled;
    }

    /** Whether it is asked too much at once. */
    boolean isThrottled() {
        return isThrottled;
    }
}
