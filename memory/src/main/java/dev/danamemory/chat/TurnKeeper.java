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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores what came of one message, answered or not.
 *
 * @param turnId of the turn to be, the same for every attempt
 * @param replaces number of the failed turn that is tried anew, or null
 */
record TurnKeeper(
        ConversationStore store,
        Conversation conversation,
        MemorySettings settings,
        String agentId,
        String turnId,
        @Nullable Long replaces,
        InstantSource clock) {
    /** Whether that result means that a turn is stored. */
    boolean hasStored(ChatResult result) {
        return result instanceof ChatResult.Answered
                || (result instanceof ChatResult.AgentFailed failed
                        && failed.turn().isPresent());
    }

    ChatResult keep(String message, AgentReply reply, AssembledContext memory, Meter meter, Stopwatch watch) {
        String id = conversation.header().key().conversationId();
        try {
            Append append = append(message, reply.response(), reply.steps(), TurnStatus.COMPLETE);
            watch.lap(Stopwatch.Part.PERSIST);
            return switch (append) {
                case Append.Appended appended
                when appended.turn().status() == TurnStatus.COMPLETE ->
                    new ChatResult.Answered(id, appended.turn(), memory, meter.use(), watch.timings());
                // another holder of the same claim was quicker to fail than we to answer
                case Append.Appended appended ->
                    new ChatResult.AgentFailed(
                            id,
                            Optional.of(appended.turn()),
                            new AgentException(AgentException.Kind.FAILED, "another attempt of this call failed"),
                            watch.timings());
                case Append.Cleared cleared -> new ChatResult.Cleared(id, reply.response());
                case Append.Erased erased -> new ChatResult.Erased();
            };
        } catch (RuntimeException failure) {
            // whatever it is, an answer that was paid for is handed over
            return new ChatResult.NotStored(id, reply.response(), failure);
        }
    }

    /** Keeps the message of a failed call; nothing when the conversation is gone or the store does not take it. */
    Optional<Turn> keepFailed(String message) {
        try {
            return append(message, "", List.of(), TurnStatus.FAILED) instanceof Append.Appended appended
                    ? Optional.of(appended.turn())
                    : Optional.empty();
        } catch (RuntimeException agentFailureMattersMore) {
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
                replaces,
                steps,
                List.of());
        return store.append(conversation, turn, settings);
    }
}
