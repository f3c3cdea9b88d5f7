package dev.danamemory.chat;

import dev.danamemory.context.AssembledContext;
import dev.danamemory.model.Turn;
import dev.danamemory.store.StoreUse;
import java.time.Duration;
import java.util.Optional;

/** What became of a message. */
public sealed interface ChatResult {
    /** The agent answered and the turn is stored. */
    record Answered(String conversationId, Turn turn, AssembledContext memory, StoreUse use, ChatTimings timings)
            implements ChatResult {}

    /**
     * The agent gave no answer.
     *
     * @param turn the failed turn that keeps the message; nothing when the conversation is gone or the store did
     *     not take it
     */
    record AgentFailed(String conversationId, Optional<Turn> turn, AgentException failure, ChatTimings timings)
            implements ChatResult {}

    /** An earlier call with the same idempotency key has stored this turn. */
    record Replayed(String conversationId, Turn turn, StoreUse use, ChatTimings timings) implements ChatResult {}

    /** The idempotency key was used with another body. */
    record KeyReused() implements ChatResult {}

    /** Another call with the same idempotency key is at work. */
    record KeyInProgress(Duration retryAfter) implements ChatResult {}

    /** The turn of this idempotency key was cleared, redacted or erased. */
    record TurnGone() implements ChatResult {}

    /** The user has no such conversation. */
    record NoConversation() implements ChatResult {}

    /** Nobody of that id is defined. */
    record UndefinedAgent(String agentId) implements ChatResult {}

    /** The conversation was cleared while the agent answered; nothing is stored. */
    record Cleared(String conversationId, String agentResponse) implements ChatResult {}

    /** The conversation was erased while the agent answered; nothing is stored. */
    record Erased() implements ChatResult {}

    /**
     * The answer is there and the store did not take it.
     *
     * @param failure what the store threw: it was not to be reached, what it holds is damaged, or a fault of ours
     */
    record NotStored(String conversationId, String agentResponse, RuntimeException failure) implements ChatResult {}
}
