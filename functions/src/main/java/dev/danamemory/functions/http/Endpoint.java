package dev.danamemory.functions.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {
    /**
     * The answer.
     *
     * @throws ProblemException when the request cannot be served as it is
     */
    Answer answer(Request request);
}
