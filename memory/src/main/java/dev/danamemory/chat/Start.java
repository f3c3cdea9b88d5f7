package dev.danamemory.chat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.HeldClaim;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a chat turn begins. */
sealed interface Start {
    /**
     * There is a conversation to go on with.
     *
     * @param turnId of the turn to be
     * @param replaces number of the failed turn that is tried anew, or null
     */
    record Ready(
            ConversationKey key,
            Conversation conversation,
            AgentDefinition agent,
            MemorySettings settings,
            String turnId,
            @Nullable Long replaces,
            Optional<Claim> claim)
            implements Start {}

    /** The turn is there already. */
    record Replay(String conversationId, Turn turn) implements Start {}

    /** Nothing is to be done. */
    record Refused(ChatResult result) implements Start {}

    /** The claim under which a turn is made. */
    record Claim(IdempotencyKeys keys, RequestKey key, HeldClaim held) {
        /** Nothing came of it. */
        void end() {
            keys.end(key, held);
        }
    }
}
