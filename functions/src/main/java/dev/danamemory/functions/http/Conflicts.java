package dev.danamemory.functions.http;

/** What stands against a request that is right in itself: problems of status 409. */
public final class Conflicts {
    private Conflicts() {}

    /** An id that something else has. */
    public static Problem idTaken(String detail) {
        return Problem.of(409, "id-taken", "Id taken", detail);
    }

    /** The turn's content was taken back. */
    public static Problem turnGone() {
        return turnGone("this turn was redacted, cleared or erased; its id or key cannot be used again");
    }

    /** Likewise, of a turn that the caller did not name. */
    public static Problem turnGone(String detail) {
        return Problem.of(409, "turn-gone", "Turn gone", detail);
    }

    /** The conversation was cleared while a turn was in flight. */
    public static Problem conversationCleared() {
        return conversationCleared(
                "the conversation was cleared meanwhile, so the turn was not stored; send it again to store it,"
                        + " with a new Idempotency-Key if it had one");
    }

    /** Likewise, while something else was. */
    public static Problem conversationCleared(String detail) {
        return Problem.of(409, "conversation-cleared", "Conversation cleared", detail);
    }

    /** Turns that are summarised already. */
    public static Problem range(String detail) {
        return Problem.of(409, "range", "Range does not adjoin", detail);
    }
}
