package dev.danamemory.store;

/** What became of a summary. */
public sealed interface SummaryCommit {
    /** It is stored. */
    record Stored(Conversation conversation) implements SummaryCommit {}

    /** Its range does not follow what is summarised already; nothing was stored. */
    record RangeTaken(Conversation conversation) implements SummaryCommit {}

    /** The conversation was cleared, redacted or erased since the load; nothing was stored. */
    record Outdated() implements SummaryCommit {}
}
