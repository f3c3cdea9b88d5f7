package dev.danamemory.store;

/** What became of an import. */
public sealed interface Import {
    /** The file is the conversation now. */
    record Imported(Conversation conversation) implements Import {}

    /** The same file was imported here before and the conversation was not cleared since; nothing changed. */
    record Same(Conversation conversation) implements Import {}

    /** The id is taken by something else; nothing changed. */
    record Taken() implements Import {}
}
