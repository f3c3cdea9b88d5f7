package dev.danamemory;

import dev.danamemory.model.Turn;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Any agent, with a memory: it is handed the remembered context, which ends with the message, and its answer is
 * remembered.
 */
public final class RememberingAgent {
    private final ConversationMemory memory;
    private final UnaryOperator<String> agent;
    private final int maxTurns;
    private final InOrder later = new InOrder(Thread::startVirtualThread);

    /**
     * @param agent answers a context, as {@link ConversationMemory#getContext} makes it
     * @param maxTurns recent turns that it is shown, 0 or more
     * @throws IllegalArgumentException when that is negative
     */
    public RememberingAgent(ConversationMemory memory, UnaryOperator<String> agent, int maxTurns) {
        if (maxTurns < 0) {
            throw new IllegalArgumentException("the most recent turns to show must be 0 or more");
        }
        this.memory = memory;
        this.agent = agent;
        this.maxTurns = maxTurns;
    }

    /**
     * The agent's answer to a message, with memory; both are remembered before it returns. The message always goes
     * through, if need be without memory.
     *
     * @param message at most 256 KiB of UTF-8
     * @throws dev.danamemory.model.InvalidInputException when the message or the agent's answer is too long or not
     *     well-formed; nothing is stored
     * @throws TurnRefusedException when the conversation was cleared or erased meanwhile
     */
    public String chat(String message) {
        String response = agent.apply(getMemoryContext(message));
        rememberTurn(message, response);
        return response;
    }

    /** Remembers a turn that the agent had elsewhere, as {@link ConversationMemory#addTurn(String, String)} does. */
    public Turn rememberTurn(String userInput, String agentResponse) {
        return memory.addTurn(userInput, agentResponse);
    }

    /** What the agent would be handed for a message: the context, or the message alone where that leaves no room. */
    public String getMemoryContext(String message) {
        return memory.getContextOrQueryAlone(message, maxTurns);
    }

    /** {@link #chat}, later; messages are answered one after the other. */
    public CompletionStage<String> chatAsync(String message) {
        return later.run(() -> chat(message));
    }

    /** {@link #rememberTurn}, later. */
    public CompletionStage<Turn> rememberTurnAsync(String userInput, String agentResponse) {
        return later.run(() -> rememberTurn(userInput, agentResponse));
    }

    /** {@link #getMemoryContext}, later. */
    public CompletionStage<String> getMemoryContextAsync(String message) {
        return later.run(() -> getMemoryContext(message));
    }
}
