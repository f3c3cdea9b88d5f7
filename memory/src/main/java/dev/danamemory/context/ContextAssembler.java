package dev.danamemory.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds what an agent is given: recent turns, relevant earlier ones, summaries and the query, within a token budget if
 * there is one. The same input gives the same context. Safe for several threads.
 */
public final class ContextAssembler {
    // JSON writes a char in at most six bytes, and both text and messages hold it
    private static final int SURELY_SMALL = ContextTooLargeException.LARGEST / 16;

    private final TokenCounter counter;
    private final RelevantTurns relevance;

    public ContextAssembler(TokenCounter counter, RelevantTurns relevance) {
        this.counter = counter;
        this.relevance = relevance;
    }

    /**
     * The context for a request. Recent turns are the last {@code maxTurns} complete ones of the window; with a budget
     * never more tokens than that, and the newest turn is there whenever recent turns are asked for.
     *
     * @throws QueryTooLargeException when the query and what must stand beside it are over the budget
     * @throws ContextTooLargeException when text and messages together are over 4 MiB
     */
    public AssembledContext assemble(MemoryView view, ContextRequest request) {
        Candidates candidates = Candidates.of(view, request, relevance);
        Pricing pricing = new Pricing(counter, request, view);
        Selection shown =
                request.tokenBudget() == 0 ? candidates.all() : new BudgetSpender(candidates, pricing, counter).spend();
        if (shown.chars() > ContextTooLargeException.LARGEST) {
            throw new ContextTooLargeException();
        }
        AssembledContext context = built(shown, request, view, ContextText.of(shown, request, view), pricing);
        if (context.text().length() > SURELY_SMALL && jsonBytes(context) > ContextTooLargeException.LARGEST) {
            throw new ContextTooLargeException();
        }
        return context;
    }

    /** As {@link #assemble}, but where the context would be too large, it is the query alone: a message goes through. */
    public AssembledContext assembleOrQueryAlone(MemoryView view, ContextRequest request) {
        try {
            return assemble(view, request);
        } catch (QueryTooLargeException | ContextTooLargeException withoutMemory) {
            return queryAlone(request, view.totalTurns());
        }
    }

    /**
     * The query without any memory, however large it is.
     *
     * @param totalTurns of the conversation
     */
    public AssembledContext queryAlone(ContextRequest request, long totalTurns) {
        // a window of everything, so that nothing is said to be missing from it
        MemoryView nothing = new MemoryView(totalTurns, Integer.MAX_VALUE, List.of(), List.of());
        Pricing pricing = new Pricing(counter, request, nothing);
        return built(Selection.NOTHING, request, nothing, ContextText.query(request), pricing);
    }

    private AssembledContext built(
            Selection shown, ContextRequest request, MemoryView view, String text, Pricing pricing) {
        return new AssembledContext(
                request.query(),
                text,
                ContextMessages.of(shown, request, view),
                turns(shown),
                shown.summaries(),
                new CountOnce(() -> pricing.whole(shown)),
                request.tokenBudget(),
                counter.name(),
                view.totalTurns());
    }

    private List<ContextTurn> turns(Selection shown) {
        List<ContextTurn> turns = new ArrayList<>();
        for (Turn turn : shown.relevant()) {
            turns.add(new ContextTurn(turn, ContextTurn.Reason.RELEVANT, tokens(turn), false));
        }
        for (Turn turn : shown.recent()) {
            boolean cut = shown.newestCut() && turn.equals(shown.recent().getLast());
            turns.add(new ContextTurn(turn, ContextTurn.Reason.RECENT, tokens(turn), cut));
        }
        return turns;
    }

    private CountOnce tokens(Turn turn) {
        return new CountOnce(() -> counter.count(ContextText.lines(turn)));
    }

    private static int jsonBytes(AssembledContext context) {
        ArrayNode both = JsonNodeFactory.instance.arrayNode().add(context.text());
        for (ObjectNode message : context.messages()) {
            both.add(message);
        }
        return JsonWriter.bytes(both).length;
    }
}
