package dev.danamemory.chat;

/** Answers a message from the context it is handed. Safe for several threads. */
public interface Agent {
    /**
     * The answer.
     *
     * @throws AgentException when there is none
     */
    AgentReply reply(AgentRequest request);
}
