package dev.danamemory.chat;

import dev.danamemory.context.ContextRequest;
import dev.danamemory.model.MemorySettings;
import org.jspecify.annotations.Nullable;

/** Settings for one call; null leaves the conversation's. */
public record MemoryOverrides(
        @Nullable Integer maxTurns,
        @Nullable Integer relevantTurns,
        @Nullable Boolean includeSummaries,
        @Nullable Integer tokenBudget) {
    /** No override at all. */
    public static final MemoryOverrides NONE = new MemoryOverrides(null, null, null, null);

    /** What is asked of the context when these stand over the settings. */
    public ContextRequest over(MemorySettings settings, String query, @Nullable String taskType, boolean includeSteps) {
        return new ContextRequest(
                query,
                maxTurns != null ? maxTurns : settings.maxTurns(),
                relevantTurns != null ? relevantTurns : settings.relevantTurns(),
                includeSummaries != null ? includeSummaries : settings.includeSummaries(),
                tokenBudget != null ? tokenBudget : settings.tokenBudget(),
                taskType,
                includeSteps);
    }
}
