package dev.danamemory.chat;

import dev.danamemory.context.AssembledContext;
import dev.danamemory.model.Turn;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoreUse;
import java.util.Optional;

/** What became of a message. */
public sealed interface ChatResult {
    /** The agent answered and the turn is stored. */
    record Answered(String conversationId, Turn turn, AssembledContext memory, StoreUse use, ChatTimings timings)
            implements ChatResult {}

    /**
     * The agent gave no answer.
     *
     * @param turn the failed turn that keeps the message; nothing when the conversation is gone or the store was too
     */
    record AgentFailed(String conversationId, Optional<Turn> turn, AgentException failure, ChatTimings timings)
            implements ChatResult {}

    /** The user has no such conversation. */
    record NoConversation() implements ChatResult {}

    /** Nobody of that id is defined. */
    record UndefinedAgent(String agentId) implements ChatResult {}

    /** The conversation was cleared while the agent answered; nothing is stored. */
    record Cleared(String conversationId, String agentResponse) implements ChatResult {}

    /** The conversation was erased while the agent answered; nothing is stored. */
    record Erased() implements ChatResult {}

    /** The answer is there and the store was not to be reached. */
    record NotStored(String conversationId, String agentResponse, StoreUnavailableException failure)
            implements ChatResult {}
}
