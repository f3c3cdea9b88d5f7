package dev.danamemory;

import dev.danamemory.model.Summary;

/** What became of a wish for a summary. */
public sealed interface SummaryResult {
    /** It is stored. */
    record Stored(Summary summary) implements SummaryResult {}

    /** A summary that ends there is stored already, with the caller's text if he gave one. */
    record Present(Summary summary) implements SummaryResult {}

    /** Nothing is stored. */
    sealed interface Refusal extends SummaryResult {}

    /** The user has no such conversation. */
    record NoConversation() implements Refusal {}

    /** There is no such turn yet. */
    record AboveTheLastTurn(long lastTurn) implements Refusal {}

    /** No turn is there that is not summarised, or none that says anything. */
    record NothingToTell() implements Refusal {}

    /** The range ends inside a stored summary, or where one with another text ends. */
    record RangeTaken() implements Refusal {}

    /** The conversation was cleared, or erased and begun anew, meanwhile. */
    record Cleared() implements Refusal {}

    /** A turn was redacted meanwhile, of which the caller's text might still tell. */
    record Redacted() implements Refusal {}
}
