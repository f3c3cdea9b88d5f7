package dev.danamemory.functions.http;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. It has no trace of its own: it is an answer, and a fault is its cause at most. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** @param cause what the log is to tell of where it came from, if anything */
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.slug(), cause, false, false);
        this.problem = problem;
    }

    /** What the caller gets. */
    public Problem problem() {
        return problem;
    }
}
