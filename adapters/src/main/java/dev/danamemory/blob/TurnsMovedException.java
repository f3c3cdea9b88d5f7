package dev.danamemory.blob;

/** Blocks were swept since their head was read: the head is to be read again. */
final class TurnsMovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TurnsMovedException() {
        super("turns are missing", null, false, false);
    }
}
