package dev.danamemory.context;

import org.jspecify.annotations.Nullable;

/**
 * What an agent is to be given.
 *
 * @param query the user's message, may be empty
 * @param maxTurns recent turns, 0 or more
 * @param relevantTurns earlier turns chosen by the query, 0 or more
 * @param tokenBudget most tokens of the text; 0 is no budget
 * @param taskType 1-64 letters, digits, blanks, {@code _} and {@code -}, or null
 * @param includeSteps whether the messages show what happened inside a turn
 */
public record ContextRequest(
        String query,
        int maxTurns,
        int relevantTurns,
        boolean includeSummaries,
        int tokenBudget,
        @Nullable String taskType,
        boolean includeSteps) {}
