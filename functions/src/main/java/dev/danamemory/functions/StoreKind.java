package dev.danamemory.functions;

import java.util.Arrays;
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
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(name)).findFirst();
    }
}
