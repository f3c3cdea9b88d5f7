package dev.danamemory.bench;

import dev.danamemory.store.ConversationStore;

/** A store to measure, with what its backend is asked for counted apart. */
interface Backend extends AutoCloseable {
    String name();

    ConversationStore store();

    /** What the backend was asked for so far. */
    Counter.Count count();

    @Override
    void close();
}
