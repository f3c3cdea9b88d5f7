package dev.danamemory.functions.http;

import dev.danamemory.chat.AgentException;

/** What a caller is told of an agent that gave no answer. */
public final class AgentProblems {
    private AgentProblems() {}

    /** The problem, with {@code Retry-After} where the agent's provider named a time. */
    public static Problem of(AgentException failure) {
        String detail = String.valueOf(failure.getMessage());
        Problem problem = switch (failure.kind()) {
            case FAILED -> Problem.of(502, "agent-failed", "Agent failed", detail);
            case TIMEOUT -> Problem.of(504, "agent-timeout", "Agent timeout", detail);
            case THROTTLED -> Problem.of(429, "agent-throttled", "Agent throttled", detail);
        };
        return problem.retryAfter(failure.retryAfter());
    }
}
