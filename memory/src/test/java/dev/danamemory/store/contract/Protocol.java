package dev.danamemory.store.contract;

/** What a caller does to a conversation. */
enum Protocol {
    CREATE(1),
    IMPORT(1),
    UPDATE(1),
    CLEAR(1),
    ERASE(1),
    /** Takes back the second turn. */
    REDACT(1),
    /** Loads, then appends. */
    APPEND(2),
    /** Loads, then touches. */
    TOUCH(2),
    /** Loads, then adds a summary. */
    SUMMARISE(2);

    private final int steps;

    Protocol(int steps) {
        this.steps = steps;
    }

    /** How many steps it has that are each atomic to others. */
    int steps() {
        return steps;
    }

    /** Whether its first step is a load. */
    boolean loads() {
        return steps == 2;
    }

    /** Whether it can make a conversation. */
    boolean makes() {
        return this == CREATE || this == IMPORT;
    }
}
