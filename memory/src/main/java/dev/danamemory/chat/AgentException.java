package dev.danamemory.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An agent gave no answer. The message is for the caller and holds no text of a user. */
public final class AgentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Kind {
        /** An error, an empty answer or one that is too long. */
        FAILED,
        /** It took too long. */
        TIMEOUT,
        /** Its provider lets nobody in now. */
        THROTTLED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public AgentException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public AgentException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** After how long the provider wants to be asked again, if it said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
