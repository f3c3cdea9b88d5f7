package dev.danamemory.store;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.MemorySettings;

/**
 * A Dana file to become a conversation.
 *
 * @param agentId whose conversation it is to be
 * @param digest equal for files that are equal as JSON
 * @param settings of that agent
 */
public record ImportRequest(DanaFile file, String agentId, String digest, MemorySettings settings) {}
