package dev.danamemory.context;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is to be given.
 *
 * @param query the user's message, may be empty
 * @param maxTurns recent turns, 0 or more
 * @param relevantTurns earlier turns chosen by the query, 0 or more
 * @param tokenBudget most tokens of the text, 0 or more; 0 is no budget
 * @param taskType as {@link #isTaskType} says, or null
 * @param includeSteps whether the messages show what happened inside a turn
 */
public record ContextRequest(
        String query,
        int maxTurns,
        int relevantTurns,
        boolean includeSummaries,
        int tokenBudget,
        @Nullable String taskType,
        boolean includeSteps) {
    private static final Pattern TASK_TYPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} _-]{1,64}");

    /**
     * A request.
     *
     * @throws IllegalArgumentException when a number is negative or the task type malformed
     */
    public ContextRequest {
        notNegative("maxTurns", maxTurns);
        notNegative("relevantTurns", relevantTurns);
        notNegative("tokenBudget", tokenBudget);
        if (taskType != null && !isTaskType(taskType)) {
            throw new IllegalArgumentException("taskType must be 1 to 64 letters, digits, blanks, _ and -");
        }
    }

    private static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more");
        }
    }

    /** Whether the text is 1-64 letters, digits, blanks, {@code _} and {@code -}. */
    public static boolean isTaskType(String text) {
        return TASK_TYPE.matcher(text).matches();
    }
}
