package dev.danamemory.bench.bare;

/** What a chat turn asks of its store, without a store. */
interface BareCalls {
    /** Once, at the start. */
    void readKey();

    void readWindow();

    void writeTurn();
}
