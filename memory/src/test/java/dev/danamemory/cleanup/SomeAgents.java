package dev.danamemory.cleanup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.model.MemorySettings;
import java.util.ArrayList;
import java.util.List;

/** Agents that differ in when their conversations are archived and deleted. */
final class SomeAgents implements Agents {
    private final List<AgentDefinition> definitions = new ArrayList<>();

    SomeAgents with(String id, Double archiveAfterDays, Double deleteAfterDays) {
        return with(id, 20, archiveAfterDays, deleteAfterDays);
    }

    SomeAgents with(String id, int window, Double archiveAfterDays, Double deleteAfterDays) {
        MemorySettings usual = MemorySettings.defaults();
        MemorySettings settings = new MemorySettings(
                window,
                usual.maxTurns(),
                usual.relevantTurns(),
                usual.tokenBudget(),
                usual.includeSummaries(),
                usual.summarizeEvery(),
                usual.summarizer(),
                usual.sessionMinutes(),
                archiveAfterDays,
                deleteAfterDays);
        definitions.add(
                new AgentDefinition(id, id, "", "demo", "", 25, settings, JsonNodeFactory.instance.objectNode()));
        return this;
    }

    @Override
    public List<AgentDefinition> definitions() {
        return definitions;
    }

    @Override
    public Agent agent(AgentDefinition definition) {
        throw new UnsupportedOperationException("cleanup asks no agent");
    }
}
