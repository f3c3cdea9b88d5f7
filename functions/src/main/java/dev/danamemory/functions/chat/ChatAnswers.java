package dev.danamemory.functions.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.ChatCall;
import dev.danamemory.chat.ChatResult;
import dev.danamemory.chat.ChatTimings;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextTurn.Reason;
import dev.danamemory.functions.http.AgentProblems;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.Failures;
import dev.danamemory.functions.http.KeyProblems;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.metrics.MetricLine;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.Turn;
import dev.danamemory.store.StoreUse;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the caller of {@code POST /chat} gets. */
final class ChatAnswers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChatAnswers() {}

    /** The answer, or the problem that there is instead. */
    static Answer of(ChatCall call, ChatResult result) {
        return switch (result) {
            case ChatResult.Answered answered -> answered(call, answered);
            case ChatResult.Replayed replayed -> replayed(call, replayed);
            case ChatResult.KeyReused reused -> throw new ProblemException(KeyProblems.reused());
            case ChatResult.KeyInProgress busy -> throw new ProblemException(KeyProblems.inProgress(busy.retryAfter()));
            case ChatResult.TurnGone gone -> throw new ProblemException(Conflicts.turnGone());
            case ChatResult.AgentFailed failed -> throw new ProblemException(problem(failed));
            case ChatResult.NoConversation none -> throw new ProblemException(Problem.noConversation());
            case ChatResult.Erased erased -> throw new ProblemException(Problem.noConversation());
            case ChatResult.UndefinedAgent undefined ->
                throw new ProblemException(
                        Problem.invalid("agent_id", "must be an agent that is defined; GET /agents lists them"));
            case ChatResult.Cleared cleared ->
                throw new ProblemException(Conflicts.conversationCleared()
                        .with("conversation_id", NODES.textNode(cleared.conversationId()))
                        .with("agent_response", NODES.textNode(cleared.agentResponse())));
            case ChatResult.NotStored lost ->
                throw new ProblemException(
                        Failures.problem(lost.failure())
                                .with("conversation_id", NODES.textNode(lost.conversationId()))
                                .with("agent_response", NODES.textNode(lost.agentResponse())),
                        lost.failure());
        };
    }

    private static Answer answered(ChatCall call, ChatResult.Answered answered) {
        ObjectNode memory = memory(answered.memory(), answered.use());
        return Answer.ok(json(call, answered.conversationId(), answered.turn(), memory))
                .with("Server-Timing", serverTiming(answered.timings()));
    }

    private static Answer replayed(ChatCall call, ChatResult.Replayed replayed) {
        return Answer.ok(json(call, replayed.conversationId(), replayed.turn(), ownUse(replayed.use())))
                .with("Server-Timing", serverTiming(replayed.timings()))
                .with("Idempotency-Replayed", "true");
    }

    private static Problem problem(ChatResult.AgentFailed failed) {
        JsonNode messageId = failed.turn()
                .<JsonNode>map(turn -> NODES.textNode(turn.turnId()))
                .orElse(NODES.nullNode());
        return AgentProblems.of(failed.failure())
                .with("conversation_id", NODES.textNode(failed.conversationId()))
                .with("message_id", messageId);
    }

    private static ObjectNode json(ChatCall call, String conversationId, Turn turn, ObjectNode memory) {
        ObjectNode json = NODES.objectNode();
        json.put("success", true);
        json.put("message", call.message());
        json.put("conversation_id", conversationId);
        json.put("message_id", turn.turnId());
        json.set("turn_number", WrittenNumber.of(turn.turnNumber()));
        json.put("agent_response", turn.agentResponse());
        json.set("context", call.callerContext());
        json.putNull("error");
        json.put("agent_id", turn.agentId());
        json.set("memory", memory);
        return json;
    }

    private static ObjectNode memory(AssembledContext memory, StoreUse use) {
        ObjectNode json = NODES.objectNode();
        json.set("recent_turns", WrittenNumber.of(memory.count(Reason.RECENT)));
        json.set("relevant_turns", WrittenNumber.of(memory.count(Reason.RELEVANT)));
        json.set("summaries", WrittenNumber.of(memory.summaries().size()));
        json.set("tokens", tokens(memory));
        return withUse(json, use);
    }

    // counted where a budget asks for it, and else left alone: loading a tokenizer takes longer than the rest of a
    // start
    private static JsonNode tokens(AssembledContext memory) {
        OptionalInt tokens = memory.budgetedTokens();
        return tokens.isPresent() ? WrittenNumber.of(tokens.getAsInt()) : NODES.nullNode();
    }

    // a repeat assembles no context
    private static ObjectNode ownUse(StoreUse use) {
        ObjectNode json = NODES.objectNode();
        for (String nothing : new String[] {"recent_turns", "relevant_turns", "summaries", "tokens"}) {
            json.set(nothing, WrittenNumber.of(0));
        }
        return withUse(json, use);
    }

    private static ObjectNode withUse(ObjectNode json, StoreUse use) {
        json.set("reads", WrittenNumber.of(use.reads()));
        json.set("writes", WrittenNumber.of(use.writes()));
        json.set("read_bytes", WrittenNumber.of(use.readBytes()));
        json.set("written_bytes", WrittenNumber.of(use.writtenBytes()));
        json.set("units", units(use.units()));
        return json;
    }

    private static JsonNode units(@Nullable Double units) {
        return units == null ? NODES.nullNode() : new WrittenNumber(Double.toString(units));
    }

    private static String serverTiming(ChatTimings timings) {
        return "load;dur=" + MetricLine.millis(timings.load()) + ", assemble;dur="
                + MetricLine.millis(timings.assemble()) + ", agent;dur=" + MetricLine.millis(timings.agent())
                + ", persist;dur=" + MetricLine.millis(timings.persist());
    }
}
