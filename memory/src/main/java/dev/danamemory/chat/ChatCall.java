package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A message to an agent.
 *
 * @param conversationId null begins a new conversation
 * @param agentId null is the conversation's agent, for a new one {@code default}
 * @param message not blank
 * @param callerContext handed to the agent as it is; empty when there was none
 * @param deadline when the answer must be out
 * @param key by which a repeat is known, or null
 */
public record ChatCall(
        UserId user,
        @Nullable String conversationId,
        @Nullable String agentId,
        String message,
        ObjectNode callerContext,
        MemoryOverrides overrides,
        Deadline deadline,
        @Nullable RequestKey key) {
    /** A call that is not known again. */
    public ChatCall(
            UserId user,
            @Nullable String conversationId,
            @Nullable String agentId,
            String message,
            ObjectNode callerContext,
            MemoryOverrides overrides,
            Deadline deadline) {
        this(user, conversationId, agentId, message, callerContext, overrides, deadline, null);
    }
}
