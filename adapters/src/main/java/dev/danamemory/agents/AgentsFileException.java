package dev.danamemory.agents;

import org.jspecify.annotations.Nullable;

/** Agents that cannot be had from their file; the message names file, agent and field, and says what would be right. */
public final class AgentsFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A file that cannot be had.
     *
     * @param file how the message calls it
     * @param problem what is wrong, and what would be right
     */
    public AgentsFileException(String file, String problem, @Nullable Throwable cause) {
        super("agents file " + file + ": " + problem, cause);
    }

    AgentsFileException(String file, String agent, String field, String problem) {
        this(file, "agent " + agent + ": " + field + " " + problem, null);
    }
}
