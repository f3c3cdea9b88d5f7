package dev.danamemory.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The store could not be reached, or stayed throttled or contended through all retries. Nothing is half done. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public StoreUnavailableException(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** After how long a repeat is worth trying. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
