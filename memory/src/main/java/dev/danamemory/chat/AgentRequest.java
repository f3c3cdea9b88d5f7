package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;

/**
 * What an agent is asked.
 *
 * @param message the user's
 * @param memory what is remembered for it
 * @param callerContext the caller's {@code context}, unmerged; empty when there was none
 * @param turnId the id the turn will have
 * @param deadline until when an answer is of use
 */
public record AgentRequest(
        AgentDefinition agent,
        String message,
        AssembledContext memory,
        ObjectNode callerContext,
        UserId user,
        String conversationId,
        String turnId,
        Deadline deadline) {}
