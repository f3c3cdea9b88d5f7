package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that may be idle.
 *
 * @param agentId whose settings hold, or null: the default agent's
 * @param activity when activity was last recorded; up to half an hour before the last turn
 */
public record IdleConversation(
        ConversationKey key, @Nullable String agentId, ConversationStatus status, Instant activity) {}
