package dev.danamemory.functions.conversations;

import dev.danamemory.chat.Agents;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Place;
import org.jspecify.annotations.Nullable;

/** Refuses agents that nobody defined where a conversation is to have one. */
final class DefinedAgents {
    private DefinedAgents() {}

    static void check(Agents agents, @Nullable String agentId, Faults faults) {
        if (agentId != null && agents.find(agentId).isEmpty()) {
            faults.add(Place.root().field("agent_id"), "must be an agent that is defined; GET /agents lists them");
        }
    }
}
