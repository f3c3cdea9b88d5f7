package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import java.util.List;
import java.util.Map;

/**
 * The object that is a conversation: its newest turns, its last summaries and what is known besides.
 *
 * @param turns the newest turns, oldest first; older ones are in blocks
 * @param summaries the last three, in order; older ones are in blocks
 * @param marks our own bookkeeping
 * @param more top-level keys of an imported file that nobody here knows
 */
record Head(
        ConversationHeader header, List<Turn> turns, List<Summary> summaries, Marks marks, Map<String, JsonNode> more) {
    Head {
        turns = List.copyOf(turns);
        summaries = List.copyOf(summaries);
    }

    /** The number of the first turn here, or the number the next turn will have. */
    long firstHot() {
        return turns.isEmpty() ? header.lastTurn() + 1 : turns.getFirst().turnNumber();
    }

    Head withMarks(Marks changed) {
        return new Head(header, turns, summaries, changed, more);
    }

    Head withHeader(ConversationHeader changed) {
        return new Head(changed, turns, summaries, marks, more);
    }

    Head withTurns(List<Turn> changed) {
        return new Head(header, changed, summaries, marks, more);
    }
}
