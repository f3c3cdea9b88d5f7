package dev.danamemory.model;

import java.util.Locale;

/** A label; nothing moves with it. The next turn makes a conversation active. */
public enum ConversationStatus {
    ACTIVE,
    ARCHIVED;

    /** The name on the wire and in files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
