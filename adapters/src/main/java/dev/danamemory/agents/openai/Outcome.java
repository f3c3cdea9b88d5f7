package dev.danamemory.agents.openai;

import java.net.http.HttpResponse;

/** What became of one exchange that was not given up. */
sealed interface Outcome {
    /** The provider answered; the body is empty unless the status is 2xx. */
    record Answered(HttpResponse<byte[]> response) implements Outcome {}

    /**
     * The provider could not be reached, or broke off.
     *
     * @param problem for the caller
     */
    record Broken(String problem) implements Outcome {}
}
