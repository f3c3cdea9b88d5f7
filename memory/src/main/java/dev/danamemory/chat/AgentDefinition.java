package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.MemorySettings;

/**
 * An agent as the agents file defines it.
 *
 * @param id well-formed as a conversation id
 * @param kind which adapter answers for it, as in {@code demo}
 * @param systemPrompt instructions; empty for none
 * @param timeoutSeconds the longest an answer may take, at least 1
 * @param memory its conversations' settings
 * @param options the definition's further keys, which its kind reads
 */
public record AgentDefinition(
        String id,
        String name,
        String description,
        String kind,
        String systemPrompt,
        int timeoutSeconds,
        MemorySettings memory,
        ObjectNode options) {}
