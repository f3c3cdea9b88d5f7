package dev.danamemory.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Summary;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/**
 * What an agent is given besides its system prompt.
 *
 * @param text by Dana's rules; ends with the query
 * @param messages the same for chat-completion APIs; agents are sent these, because in a text a message can imitate a
 *     turn
 * @param turns those shown, relevant ones first, each group oldest first
 * @param summaries those shown, in order
 * @param tokens counts the tokens of the text and, with steps, of the steps as JSON; counting is put off until asked,
 *     since a tokenizer takes long to load
 */
public record AssembledContext(
        String query,
        String text,
        List<ObjectNode> messages,
        List<ContextTurn> turns,
        List<Summary> summaries,
        IntSupplier tokens,
        int tokenBudget,
        String tokenizer,
        long totalTurns) {
    public AssembledContext {
        messages = List.copyOf(messages);
        turns = List.copyOf(turns);
        summaries = List.copyOf(summaries);
    }

    /** The tokens where there is a budget, for which they were counted anyway; else nothing. */
    public OptionalInt budgetedTokens() {
        return tokenBudget == 0 ? OptionalInt.empty() : OptionalInt.of(tokens.getAsInt());
    }

    /** How many turns are shown for that reason. */
    public long count(ContextTurn.Reason reason) {
        long count = 0;
        for (ContextTurn turn : turns) {
            count += turn.reason() == reason ? 1 : 0;
        }
        return count;
    }
}
