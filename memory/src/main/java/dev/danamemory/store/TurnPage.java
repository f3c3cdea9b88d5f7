package dev.danamemory.store;

import dev.danamemory.model.Turn;
import java.util.List;

/**
 * A run of turns.
 *
 * @param header of the conversation when the page was read
 * @param turns in order of number, without a gap
 */
public record TurnPage(ConversationHeader header, List<Turn> turns) {
    public TurnPage {
        turns = List.copyOf(turns);
    }
}
