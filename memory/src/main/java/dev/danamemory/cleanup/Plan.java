package dev.danamemory.cleanup;

import java.time.Instant;

/** What is to become of a conversation that may be idle. */
sealed interface Plan {
    /** It is due. */
    sealed interface Due extends Plan {
        /** Activity after this moment saves it. */
        Instant idleBefore();

        /** Why it is due, for people. */
        String reason();
    }

    /**
     * Its older turns go to the archive.
     *
     * @param kept how many of the newest stay
     */
    record Archive(Instant idleBefore, int kept, String reason) implements Due {}

    /** All of it goes. */
    record Delete(Instant idleBefore, String reason) implements Due {}

    /** Nobody knows what its settings are. */
    record NoAgent(String agentId) implements Plan {}

    /** It stays as it is. */
    record NotDue() implements Plan {}
}
