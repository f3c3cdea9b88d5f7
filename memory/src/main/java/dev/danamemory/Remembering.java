package dev.danamemory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.GivenTree;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Stores turns behind a conversation's last one, beginning it when there is none. */
record Remembering(
        ConversationStore store, ConversationKey key, MemorySettings settings, NewIds ids, InstantSource clock) {
    Turn add(String userInput, String agentResponse, ObjectNode metadata) {
        // before a conversation is begun for it
        NewTurn.requireStorable(userInput, agentResponse);
        ObjectNode kept = storable(metadata);
        Conversation conversation = loadOrBegin(userInput);
        NewTurn turn = new NewTurn(
                ids.turn(conversation.lastTurn()),
                userInput,
                agentResponse,
                InstantText.of(clock.instant()),
                kept,
                TurnStatus.COMPLETE,
                null,
                null,
                null,
                List.of(),
                List.of());
        return switch (store.append(conversation, turn, settings)) {
            case Append.Appended appended -> appended.turn();
            case Append.Cleared cleared -> throw new TurnRefusedException("the conversation was cleared meanwhile");
            case Append.Erased erased -> throw new TurnRefusedException("the conversation was erased meanwhile");
        };
    }

    private static ObjectNode storable(ObjectNode metadata) {
        ObjectNode read = GivenTree.read("metadata", metadata);
        if (JsonWriter.bytes(read).length > Turn.LARGEST_METADATA) {
            throw new InvalidInputException("metadata", "is over 16 KiB of compact JSON");
        }
        return read;
    }

    private Conversation loadOrBegin(String firstMessage) {
        Optional<Conversation> loaded = store.load(key, settings.window());
        if (loaded.isEmpty()) {
            NewConversation begun =
                    new NewConversation(null, null, firstMessage, JsonNodeFactory.instance.objectNode());
            return switch (store.create(key, begun)) {
                case Creation.Created created -> created.conversation();
                case Creation.Exists exists -> exists.conversation();
            };
        }
        return switch (store.touch(loaded.get())) {
            case Touch.Current current -> current.conversation();
            case Touch.Gone gone -> throw new TurnRefusedException("the conversation was erased meanwhile");
        };
    }
}
