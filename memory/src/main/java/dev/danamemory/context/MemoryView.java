package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
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
}
