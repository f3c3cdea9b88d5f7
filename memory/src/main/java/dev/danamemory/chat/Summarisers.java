package dev.danamemory.chat;

import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Deadline;
import dev.danamemory.summary.RulesSummariser;
import dev.danamemory.summary.Summariser;

/** Finds who summarises a conversation: rules or an agent, as the settings of the conversation's agent say. */
public record Summarisers(Agents agents, ContextAssembler assembler, NewIds ids) {
    /** The summariser that needs no agent. */
    public static final String RULES = "rules";

    /**
     * The conversation's summariser. One that is an agent throws {@link AgentException} when there is no answer.
     *
     * @param deadline until when a summary is of use
     */
    public Summariser of(Conversation conversation, Deadline deadline) {
        String id = agents.settingsOf(conversation.header().agentId()).summarizer();
        if (id.equals(RULES)) {
            return new RulesSummariser();
        }
        return turns -> agents.find(id)
                .map(agent -> new AgentSummariser(
                        agents.agent(agent),
                        agent,
                        assembler,
                        conversation.header().key(),
                        ids.summary(),
                        deadline))
                .orElseThrow(() -> new AgentException(Kind.FAILED, "the agent that summarises is not defined any more"))
                .summarise(turns);
    }
}
