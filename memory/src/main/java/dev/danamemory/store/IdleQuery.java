package dev.danamemory.store;

import dev.danamemory.model.ConversationStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a scheduled run wants to look at.
 *
 * @param cutoffs of every agent that is defined; idle conversations of others are found too where the store comes across
 *     them, for the run to report
 * @param limit about how many to a page, at least 1
 * @param position where the page before ended, or null for the first page
 */
public record IdleQuery(
        Map<String, Cutoffs> cutoffs, int limit, @Nullable String position) {
    /**
     * Since when an agent's conversations have to be idle.
     *
     * @param archive active ones to be archived, or null: none
     * @param delete any to be deleted, or null: none
     */
    public record Cutoffs(
            @Nullable Instant archive, @Nullable Instant delete) {
        /** Whether something is to be done with a conversation, as far as its recorded activity tells. */
        public boolean isDue(IdleConversation idle) {
            boolean isActive = idle.status() == ConversationStatus.ACTIVE;
            return isBefore(delete, idle) || (isActive && isBefore(archive, idle));
        }

        private static boolean isBefore(@Nullable Instant cutoff, IdleConversation idle) {
            return cutoff != null && !idle.activity().isAfter(cutoff);
        }
    }

    public IdleQuery {
        cutoffs = Map.copyOf(cutoffs);
    }
}
