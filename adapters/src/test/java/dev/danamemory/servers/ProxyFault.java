package dev.danamemory.servers;

import java.util.function.Consumer;

/** What a {@link FaultyProxy} does to a request. */
public sealed interface ProxyFault {
    /** Nothing: request and answer pass. */
    record Pass() implements ProxyFault {}

    /**
     * The server does it, and its answer is lost: the client's connection is reset.
     *
     * @param meanwhile runs after the server is done and before the client hears anything
     */
    record LoseAnswer(Runnable meanwhile) implements ProxyFault {
        public LoseAnswer() {
            this(() -> {});
        }
    }

    /** The server never sees it; the client gets this answer. */
    record Refuse(Refusal refusal) implements ProxyFault {}

    /**
     * The client's connection is reset, and the server sees nothing yet.
     *
     * @param delivery gets what delivers the request; it may be run at any time, and any number of times
     */
    record Hold(Consumer<Runnable> delivery) implements ProxyFault {}

    /**
     * Request and answer pass, and the request may come again.
     *
     * @param delivery gets what delivers the request once more
     */
    record Repeat(Consumer<Runnable> delivery) implements ProxyFault {}
}
