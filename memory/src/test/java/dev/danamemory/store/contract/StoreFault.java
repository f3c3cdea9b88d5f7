package dev.danamemory.store.contract;

/**
 * What went wrong with a request, as the suite says it. An adapter's decorator catches it where it calls
 * {@link StoreFaults} and throws what its backend throws in that case; a store never sees it.
 */
public abstract sealed class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreFault(String message) {
        super(message);
    }

    /** The request never reached the backend, and the caller knows (connection refused, throttled). */
    public static final class NotSent extends StoreFault {
        private static final long serialVersionUID = 1L;

        public NotSent() {
            super("not sent");
        }
    }

    /** The caller cannot know what became of the request (timeout, connection reset). */
    public static final class AnswerLost extends StoreFault {
        private static final long serialVersionUID = 1L;

        public AnswerLost() {
            super("answer lost");
        }
    }
}
