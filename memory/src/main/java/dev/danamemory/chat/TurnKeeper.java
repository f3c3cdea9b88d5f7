package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Stores what came of one message, answered or not.
 *
 * @param turnId of the turn to be, the same for every attempt
 */
record TurnKeeper(
        ConversationStore store,
        Conversation conversation,
        MemorySettings settings,
        String agentId,
        String turnId,
        InstantSource clock) {
    ChatResult keep(String message, AgentReply reply, AssembledContext memory, Meter meter, Stopwatch watch) {
        String id = conversation.header().key().conversationId();
        try {
            Append append = append(message, reply.response(), reply.steps(), TurnStatus.COMPLETE);
            watch.lap(Stopwatch.Part.PERSIST);
            return switch (append) {
                case Append.Appended appended ->
                    new ChatResult.Answered(id, appended.turn(), memory, meter.use(), watch.timings());
                case Append.Cleared cleared -> new ChatResult.Cleared(id, reply.response());
                case Append.Erased erased -> new ChatResult.Erased();
            };
        } catch (StoreUnavailableException failure) {
            return new ChatResult.NotStored(id, reply.response(), failure);
        }
    }

    /** Keeps the message of a failed call; nothing when the conversation is gone or the store out of reach. */
    Optional<Turn> keepFailed(String message) {
        try {
            return append(message, "", List.of(), TurnStatus.FAILED) instanceof Append.Appended appended
                    ? Optional.of(appended.turn())
                    : Optional.empty();
        } catch (StoreUnavailableException agentFailureMattersMore) {
            return Optional.empty();
        }
    }

    private Append append(String message, String response, List<Step> steps, TurnStatus status) {
        NewTurn turn = new NewTurn(
                turnId,
                message,
                response,
                InstantText.of(clock.instant()),
                JsonNodeFactory.instance.objectNode(),
                status,
                agentId,
                conversation.lastTurn(),
                null,
                steps,
                List.of());
        return store.append(conversation, turn, settings);
    }
}
