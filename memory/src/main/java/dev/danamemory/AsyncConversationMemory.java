package dev.danamemory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextRequest;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.search.SearchHit;
import dev.danamemory.store.ConversationStatistics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The asynchronous twins of {@link ConversationMemory}'s methods. They run one after the other in the order of their
 * calls, on virtual threads; a failed one does not stop the next. Each stage completes as its twin returns or throws.
 */
public final class AsyncConversationMemory {
    private final ConversationMemory memory;
    private final InOrder later = new InOrder(Thread::startVirtualThread);

    AsyncConversationMemory(ConversationMemory memory) {
        this.memory = memory;
    }

    /** {@link ConversationMemory#addTurn(String, String)}, later. */
    public CompletionStage<Turn> addTurn(String userInput, String agentResponse) {
        return later.run(() -> memory.addTurn(userInput, agentResponse));
    }

    /** {@link ConversationMemory#addTurn(String, String, ObjectNode)}, later. */
    public CompletionStage<Turn> addTurn(String userInput, String agentResponse, ObjectNode metadata) {
        return later.run(() -> memory.addTurn(userInput, agentResponse, metadata));
    }

    /** {@link ConversationMemory#getRecentContext}, later. */
    public CompletionStage<List<Turn>> getRecentContext(int count) {
        return later.run(() -> memory.getRecentContext(count));
    }

    /** {@link ConversationMemory#getContext}, later. */
    public CompletionStage<String> getContext(String query, int maxTurns) {
        return later.run(() -> memory.getContext(query, maxTurns));
    }

    /** {@link ConversationMemory#assemble}, later. */
    public CompletionStage<AssembledContext> assemble(ContextRequest request) {
        return later.run(() -> memory.assemble(request));
    }

    /** {@link ConversationMemory#search}, later. */
    public CompletionStage<List<SearchHit>> search(String query, int limit) {
        return later.run(() -> memory.search(query, limit));
    }

    /** {@link ConversationMemory#createSummary}, later. */
    public CompletionStage<Optional<Summary>> createSummary(String content) {
        return later.run(() -> memory.createSummary(content));
    }

    /** {@link ConversationMemory#getStatistics}, later. */
    public CompletionStage<Optional<ConversationStatistics>> getStatistics() {
        return later.run(memory::getStatistics);
    }

    /** {@link ConversationMemory#clear}, later; completes with true. */
    public CompletionStage<Boolean> clear() {
        return later.run(() -> {
            memory.clear();
            return true;
        });
    }
}
