package dev.danamemory.store;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as one load found it. An append goes on from it and notices all that happened since.
 *
 * @param turns the newest turns, oldest first, as many as came with the load; {@link ConversationStore#newest} has more
 * @param summaries the last three, in order
 * @param loadedAt by the store's clock
 * @param state what the store needs to go on from this load; nobody else looks into it
 */
public record Conversation(
        ConversationHeader header, List<Turn> turns, List<Summary> summaries, Instant loadedAt, State state) {
    /** A store's own. */
    public interface State {}

    public Conversation {
        turns = List.copyOf(turns);
        summaries = List.copyOf(summaries);
    }

    /** Number of the last turn; 0 without turns. */
    public long lastTurn() {
        return header.lastTurn();
    }
}
