package dev.danamemory.functions.http;

/** Ends a request with a problem. It has neither message nor trace: it is an answer, not a fault to be logged. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    /** What the caller gets. */
    public Problem problem() {
        return problem;
    }
}
