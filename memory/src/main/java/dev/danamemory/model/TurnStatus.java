package dev.danamemory.model;

import java.util.Locale;
import java.util.Optional;

/** What became of a turn. Only complete turns are shown in context, search and summaries. */
public enum TurnStatus {
    /** Has its input and its response. */
    COMPLETE,
    /** The agent did not answer: the response is empty. */
    FAILED,
    /** Texts, steps, attachments and metadata were taken back. */
    REDACTED;

    /** The name on the wire and in files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that wire name, or nothing. */
    public static Optional<TurnStatus> of(String wire) {
        for (TurnStatus status : values()) {
            if (status.wire().equals(wire)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
