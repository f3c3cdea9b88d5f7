package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
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
import dev.danamemory.store.TurnRef;
import java.util.Optional;

/** {@code POST /conversations/{id}/turns}: remembers a turn that was made elsewhere. */
record RememberEndpoint(Ports ports) implements Endpoint {
    @Override
    public Answer answer(Request request) {
        ConversationKey key = request.conversation();
        PostedTurn posted = PostedTurn.read(request);
        ConversationStore store = ports.storeFor(request);
        Conversation loaded = conversation(store, key, posted);
        Optional<Turn> known = posted.turnId() == null || loaded.lastTurn() == 0
                ? Optional.empty()
                : store.turn(key, new TurnRef.ById(posted.turnId()));
        return known.map(turn -> again(posted, turn)).orElseGet(() -> store(store, loaded, posted));
    }

    private Conversation conversation(ConversationStore store, ConversationKey key, PostedTurn posted) {
        return store.load(key, ports.agents().settingsOf(posted.agentId()).window())
                .map(loaded -> switch (store.touch(loaded)) {
                    case Touch.Current(Conversation current) -> current;
                    case Touch.Gone gone -> throw new ProblemException(Problem.noConversation());
                })
                .orElseGet(() -> made(store, key, posted));
    }

    private static Conversation made(ConversationStore store, ConversationKey key, PostedTurn posted) {
        // no agent is named: the conversation's is that of its first turn
        NewConversation first =
                new NewConversation(null, null, posted.userInput(), JsonNodeFactory.instance.objectNode());
        return switch (store.create(key, first)) {
            case Creation.Created(Conversation created) -> created;
            case Creation.Exists(Conversation present) -> present;
        };
    }

    private Answer store(ConversationStore store, Conversation loaded, PostedTurn posted) {
        NewTurn turn = posted.turn(ports.ids(), ports.clock(), loaded.lastTurn());
        String agentId = loaded.header().agentId();
        MemorySettings settings = ports.agents().settingsOf(agentId == null ? posted.agentId() : agentId);
        return switch (store.append(loaded, turn, settings)) {
            // somebody else may have stored a turn of the same id since the load
            case Append.Appended(Turn stored, Conversation now) when !posted.isThat(stored) -> again(posted, stored);
            case Append.Appended(Turn stored, Conversation now) ->
                Answer.of(201, TurnJson.answer(stored))
                        .with("Location", Locations.of(loaded.header().key(), stored.turnNumber()));
            case Append.Cleared cleared -> throw new ProblemException(Problem.conversationCleared());
            case Append.Erased erased -> throw new ProblemException(Problem.noConversation());
        };
    }

    private static Answer again(PostedTurn posted, Turn stored) {
        if (stored.status() == TurnStatus.REDACTED) {
            throw new ProblemException(Problem.turnGone());
        }
        if (!posted.isThat(stored)) {
            throw new ProblemException(
                    Problem.idTaken("turn_id is taken by another turn of this conversation; choose another id"));
        }
        return Answer.ok(TurnJson.answer(stored));
    }
}
