package dev.danamemory.blob;

import org.jspecify.annotations.Nullable;

/** The backend gave no answer. What was asked of it may or may not have been done. */
public class BlobUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BlobUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
