package dev.danamemory;

/** The conversation was cleared or erased while a turn was on its way to it; the turn is not stored. */
public final class TurnRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TurnRefusedException(String message) {
        super(message);
    }
}
