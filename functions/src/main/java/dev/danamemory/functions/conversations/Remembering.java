package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps by which a posted turn comes into its conversation. */
record Remembering(Ports ports, ConversationStore store, ConversationKey key, PostedTurn posted) {
    // of so many newest turns the ids are known, whoever chose them
    private static final int KNOWN = 20;

    Optional<Conversation> load() {
        return store.load(key, ports.agents().settingsOf(posted.agentId()).window());
    }

    // a load may bring fewer: of an agent with a small window, or before large turns
    private Optional<Turn> amongNewest(Conversation loaded) {
        String id = posted.turnId();
        if (id == null) {
            return Optional.empty();
        }
        long kept = loaded.lastTurn() - loaded.header().firstTurn() + 1;
        boolean isEnough = loaded.turns().size() >= Math.min(KNOWN, kept);
        List<Turn> newest = isEnough ? loaded.turns() : store.newest(loaded, KNOWN);
        return newest.stream().filter(turn -> turn.turnId().equals(id)).findFirst();
    }

    private Conversation touched(Conversation loaded) {
        return switch (store.touch(loaded)) {
            case Touch.Current(Conversation current) -> current;
            case Touch.Gone gone -> throw new ProblemException(Problem.noConversation());
        };
    }

    /** @param birth names the creation, or null */
    Conversation made(@Nullable String birth) {
        // no agent is named: the conversation's is that of its first turn
        NewConversation first =
                new NewConversation(null, null, posted.userInput(), JsonNodeFactory.instance.objectNode(), birth);
        return switch (store.create(key, first)) {
            case Creation.Created(Conversation created) -> created;
            case Creation.Exists(Conversation present) -> present;
        };
    }

    /**
     * Stores the turn unless it is seen to be there: then nothing becomes active by it.
     *
     * @param id the turn's; the caller's own where he chose one
     */
    Answer stored(Conversation loaded, String id) {
        return amongNewest(loaded).map(this::again).orElseGet(() -> appended(touched(loaded), id));
    }

    /** The same for a conversation that was just made. */
    Answer storedInNew(Conversation made, String id) {
        return amongNewest(made).map(this::again).orElseGet(() -> appended(made, id));
    }

    private Answer appended(Conversation loaded, String id) {
        NewTurn turn = posted.turn(id, ports.clock());
        String agentId = loaded.header().agentId();
        MemorySettings settings = ports.agents().settingsOf(agentId == null ? posted.agentId() : agentId);
        Append append = posted.turnId() == null
                ? store.append(loaded, turn, settings)
                : store.appendOnce(loaded, turn, settings);
        return switch (append) {
            case Append.Appended appended
            when !appended.isNew() || !posted.isThat(appended.turn()) -> again(appended.turn());
            case Append.Appended appended -> created(appended.turn());
            case Append.Cleared cleared -> throw new ProblemException(Conflicts.conversationCleared());
            case Append.Erased erased -> throw new ProblemException(Problem.noConversation());
        };
    }

    Answer created(Turn turn) {
        return Answer.of(201, TurnJson.answer(turn)).with("Location", Locations.of(key, turn.turnNumber()));
    }

    private Answer again(Turn stored) {
        if (stored.status() == TurnStatus.REDACTED) {
            throw new ProblemException(Conflicts.turnGone());
        }
        if (!posted.isThat(stored)) {
            throw new ProblemException(
                    Conflicts.idTaken("turn_id is taken by another turn of this conversation; choose another id"));
        }
        return Answer.ok(TurnJson.answer(stored));
    }
}
