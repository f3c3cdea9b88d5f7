package dev.danamemory.blob;

import java.time.Instant;

/** Tells whether a conversation has been in use. */
class Idleness {
    private final Desk desk;

    Idleness(Desk desk) {
        this.desk = desk;
    }

    /** Whether no turn was stored after a moment, nor one announced by a touch. */
    boolean isIdle(Head head, Instant idleBefore) {
        return !head.marks().activeAt().isAfter(idleBefore)
                && !head.marks().touchedAt().isAfter(idleBefore)
                && !(desk.contention()
                                        .read(() -> desk.entries()
                                                .look(head.header().key()))
                                instanceof EntryState.Live live
                        && live.entry().activity().isAfter(idleBefore));
    }
}
