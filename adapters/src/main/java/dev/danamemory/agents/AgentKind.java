package dev.danamemory.agents;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;

/** A way of answering that definitions name as their {@code kind}. */
public interface AgentKind {
    /**
     * The agent of a definition. Called once for each definition when the agents file is read, so what is wrong with its
     * options stops the start.
     *
     * @throws dev.danamemory.model.InvalidInputException when an option is missing, unknown or wrong; the fault names it
     */
    Agent agent(AgentDefinition definition);
}
