package dev.danamemory.model;

import java.util.Locale;
import java.util.Optional;

/** A label; nothing moves with it. The next turn makes a conversation active. */
public enum ConversationStatus {
    ACTIVE,
    ARCHIVED;

    /** The name on the wire and in files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that wire name, or nothing. */
    public static Optional<ConversationStatus> of(String wire) {
        for (ConversationStatus status : values()) {
            if (status.wire().equals(wire)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
