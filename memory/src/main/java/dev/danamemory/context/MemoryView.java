package dev.danamemory.context;

import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import java.util.List;

/**
 * The part of a conversation that a context is made of.
 *
 * @param totalTurns all turns ever, as the last one's number says
 * @param window the setting: newest turns that count as active
 * @param turns the active turns, oldest first, at most {@code window}, failed and redacted ones included
 * @param summaries the last ones, in order
 */
public record MemoryView(long totalTurns, int window, List<Turn> turns, List<Summary> summaries) {
    public MemoryView {
        turns = List.copyOf(turns);
        summaries = List.copyOf(summaries);
    }

    /**
     * That part of a loaded conversation.
     *
     * @param turns the newest, at most as many as the settings' window
     */
    public static MemoryView of(Conversation conversation, List<Turn> turns, MemorySettings settings) {
        return new MemoryView(conversation.lastTurn(), settings.window(), turns, conversation.summaries());
    }

    /** Of a conversation that has not begun. */
    public static MemoryView empty(MemorySettings settings) {
        return new MemoryView(0, settings.window(), List.of(), List.of());
    }
}
