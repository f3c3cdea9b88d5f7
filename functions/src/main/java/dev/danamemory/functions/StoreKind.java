package dev.danamemory.functions;

import java.util.Locale;
import java.util.Optional;

/** The stores that {@code MEMORY_STORE} can name. */
public enum StoreKind {
    FILE,
    S3,
    DYNAMODB;

    /** Its name in settings. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The store of that name, or nothing. */
    public static Optional<StoreKind> of(String name) {
        for (StoreKind kind : values()) {
            if (kind.wire().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
