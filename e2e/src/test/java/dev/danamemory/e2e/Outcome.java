package dev.danamemory.e2e;

/** What became of an event. */
public sealed interface Outcome {
    /**
     * The function answered.
     *
     * @param written what it wrote
     */
    record Answered(String written) implements Outcome {
        Answer read() {
            return Answer.read(written);
        }
    }

    /**
     * The function failed.
     *
     * @param error what the runtime told Lambda of it, JSON
     */
    record Failed(String error) implements Outcome {}

    /** The process ended and said nothing of the event. */
    record Died(int exitCode) implements Outcome {}
}
