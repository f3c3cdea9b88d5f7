package dev.danamemory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.SummaryCoverage;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns that a summary is to stand for.
 *
 * @param first number of the first one, the first of all that is not summarised
 * @param last number of the last one
 */
record SummaryRange(long first, long last) {
    // what is held in memory at once; more than that is not needed to tell what a conversation is about
    private static final long MOST_CHARS = 32L * 1024 * 1024;
    private static final int CUT = 1_000;

    /** From the first turn that is not summarised; empty when that is behind the last. */
    static SummaryRange open(ConversationStore store, Conversation loaded, long last) {
        List<Summary> summaries = loaded.summaries();
        long first = SummaryCoverage.firstOpen(
                loaded.header(),
                summaries.isEmpty() ? null : summaries.getLast(),
                new StoredHistory(store, loaded.header().key()));
        return new SummaryRange(first, last);
    }

    boolean isEmpty() {
        return first > last;
    }

    /** Its first turn and its last; nothing when the history is not what it was. */
    List<Turn> ends(ConversationStore store, ConversationKey key) {
        Optional<Turn> start = store.turn(key, new TurnRef.ByNumber(first));
        Optional<Turn> end = store.turn(key, new TurnRef.ByNumber(last));
        return start.isPresent() && end.isPresent() ? List.of(start.get(), end.get()) : List.of();
    }

    /** What all of its turns say, without all else of them; nothing when the history is not what it was. */
    List<Turn> texts(ConversationStore store, ConversationKey key) {
        List<Turn> texts = new ArrayList<>();
        long chars = 0;
        for (Turn turn : new StoredHistory(store, key).after(first - 1)) {
            if (turn.turnNumber() > last) {
                break;
            }
            texts.add(text(turn, chars < MOST_CHARS ? Integer.MAX_VALUE : CUT));
            chars += turn.userInput().length() + turn.agentResponse().length();
        }
        return texts.size() == last - first + 1 ? texts : List.of();
    }

    private static Turn text(Turn turn, int mostCodePoints) {
        return new Turn(
                turn.turnId(),
                turn.turnNumber(),
                Unicode.cut(turn.userInput(), mostCodePoints),
                Unicode.cut(turn.agentResponse(), mostCodePoints),
                turn.timestamp(),
                JsonNodeFactory.instance.objectNode(),
                turn.status(),
                turn.agentId(),
                turn.contextThrough(),
                turn.replaces(),
                List.of(),
                List.of(),
                Map.of());
    }
}
