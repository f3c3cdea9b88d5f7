package dev.danamemory.dynamodb;

/**
 * Something is not where it was a moment ago: swept, redacted or archived meanwhile. Who reads begins again; what stays
 * away is lost.
 */
final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ItemKey place;

    MovedException(ItemKey place) {
        super("what should be there is missing");
        this.place = place;
    }

    /** Where it should be. */
    ItemKey place() {
        return place;
    }
}
