package dev.danamemory.functions.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextTurn;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.json.WrittenNumber;

/** What an agent would be given. */
public final class ContextView {
    private ContextView() {}

    /** The context as JSON. */
    public static ObjectNode of(String conversationId, AssembledContext context) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conversation_id", conversationId);
        json.put("query", context.query());
        json.put("text", context.text());
        json.putArray("messages").addAll(context.messages());
        ArrayNode turns = json.putArray("turns");
        context.turns().forEach(turn -> turns.add(of(turn)));
        ArrayNode summaries = json.putArray("summaries");
        context.summaries().forEach(summary -> summaries.add(SummaryJson.answer(summary)));
        json.set("tokens", WrittenNumber.of(context.tokens().getAsInt()));
        json.set("token_budget", WrittenNumber.of(context.tokenBudget()));
        json.put("tokenizer", context.tokenizer());
        json.set("total_turns", WrittenNumber.of(context.totalTurns()));
        return json;
    }

    private static ObjectNode of(ContextTurn shown) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("turn_id", shown.turn().turnId());
        json.set("turn_number", WrittenNumber.of(shown.turn().turnNumber()));
        json.put("reason", shown.reason().wire());
        json.set("tokens", WrittenNumber.of(shown.tokens()));
        json.put("cut", shown.cut());
        return json;
    }
}
