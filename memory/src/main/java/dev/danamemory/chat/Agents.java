package dev.danamemory.chat;

import dev.danamemory.model.MemorySettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agents that are defined. */
public interface Agents {
    /** The id of the agent that answers where nobody is named. */
    String DEFAULT = "default";

    /** All definitions, in the file's order. */
    List<AgentDefinition> definitions();

    /** Who answers for a definition of this catalogue. */
    Agent agent(AgentDefinition definition);

    /** The definition of that id, or nothing. */
    default Optional<AgentDefinition> find(String id) {
        for (AgentDefinition agent : definitions()) {
            if (agent.id().equals(id)) {
                return Optional.of(agent);
            }
        }
        return Optional.empty();
    }

    /** The settings of a conversation whose agent this is; the general defaults where it is null or not defined. */
    default MemorySettings settingsOf(@Nullable String agentId) {
        Optional<AgentDefinition> agent = find(agentId == null ? DEFAULT : agentId);
        return agent.isPresent() ? agent.get().memory() : MemorySettings.defaults();
    }
}
