package dev.danamemory.store;

import dev.danamemory.model.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation amounts to.
 *
 * @param activeTurns turns in the window
 * @param oldestTurn timestamp of the window's first turn, or null without turns
 * @param newestTurn timestamp of its last, or null
 */
public record ConversationStatistics(
        ConversationHeader header,
        long activeTurns,
        @Nullable String oldestTurn,
        @Nullable String newestTurn) {
    /** All turns ever, as the last one's number says. */
    public long totalTurns() {
        return header.lastTurn();
    }

    /** Of a conversation as it was loaded, with the turns of its window. */
    public static ConversationStatistics of(Conversation conversation, List<Turn> window) {
        return new ConversationStatistics(
                conversation.header(),
                window.size(),
                window.isEmpty() ? null : window.getFirst().timestamp(),
                window.isEmpty() ? null : window.getLast().timestamp());
    }
}
