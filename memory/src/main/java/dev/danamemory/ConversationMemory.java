package dev.danamemory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.ContextRequest;
import dev.danamemory.context.MemoryView;
import dev.danamemory.context.TokenCounter;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.search.SearchHit;
import dev.danamemory.search.TurnSearch;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStatistics;
import dev.danamemory.store.ConversationStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The memory of one conversation, with the methods of Dana's {@code ConversationMemory}. The conversation begins with its
 * first turn. Safe for several threads. {@link #async} has each method's asynchronous twin.
 *
 * <p>Every method may throw what its {@link ConversationStore} throws.
 */
public final class ConversationMemory {
    private final ConversationStore store;
    private final ConversationKey key;
    private final MemorySettings settings;
    private final ContextAssembler assembler;
    private final Remembering remembering;
    private final Summarising summaries;
    private final AsyncConversationMemory async = new AsyncConversationMemory(this);

    public ConversationMemory(
            ConversationStore store,
            ConversationKey key,
            MemorySettings settings,
            ContextAssembler assembler,
            NewIds ids,
            InstantSource clock) {
        this.store = store;
        this.key = key;
        this.settings = settings;
        this.assembler = assembler;
        this.remembering = new Remembering(store, key, settings, ids, clock);
        this.summaries = new Summarising(() -> store, ids, clock);
    }

    /**
     * The memory of a user's conversation with the default settings.
     *
     * @param user 1 to 256 code points
     * @param conversationId well-formed as {@link ConversationKey} says
     * @param tokens counts what contexts may hold
     */
    public static ConversationMemory of(
            ConversationStore store, String user, String conversationId, TokenCounter tokens) {
        return new ConversationMemory(
                store,
                new ConversationKey(new UserId(user), conversationId),
                MemorySettings.defaults(),
                new ContextAssembler(tokens, new WindowRelevantTurns()),
                new NewIds(new SecureRandom()),
                InstantSource.system());
    }

    /** The asynchronous twins; those of one memory run one after the other, whoever calls them. */
    public AsyncConversationMemory async() {
        return async;
    }

    /** {@link #addTurn(String, String, ObjectNode)} without metadata. */
    public Turn addTurn(String userInput, String agentResponse) {
        return addTurn(userInput, agentResponse, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Remembers a turn, beginning the conversation when there is none.
     *
     * @param userInput at most 256 KiB of UTF-8, as the response
     * @param metadata the caller's own, copied; at most 16 KiB of compact JSON
     * @return the turn with its id, number and timestamp
     * @throws InvalidInputException when a text or the metadata is too long or nothing that can be kept; nothing is
     *     stored
     * @throws TurnRefusedException when the conversation was cleared or erased meanwhile
     */
    public Turn addTurn(String userInput, String agentResponse, ObjectNode metadata) {
        return remembering.add(userInput, agentResponse, metadata);
    }

    private Optional<Conversation> load() {
        return store.load(key, settings.window());
    }

    /**
     * The newest turns of the window, oldest first, failed and redacted ones included.
     *
     * @param count how many, 0 or more; never more than the window comes
     * @throws IllegalArgumentException when the count is negative
     */
    public List<Turn> getRecentContext(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the count of turns must be 0 or more");
        }
        List<Turn> window = view().turns();
        return window.subList(Math.max(0, window.size() - count), window.size());
    }

    /**
     * The text to hand to a language model, by Dana's rules and this memory's settings; it ends with the query. For a
     * conversation that has not begun it is the query alone.
     *
     * @param query may be empty
     * @param maxTurns most recent turns, 0 or more
     * @throws IllegalArgumentException when {@code maxTurns} is negative
     * @throws dev.danamemory.context.QueryTooLargeException when the query alone is over the settings' token budget
     * @throws dev.danamemory.context.ContextTooLargeException when the context is over 4 MiB
     */
    public String getContext(String query, int maxTurns) {
        return assemble(request(query, maxTurns)).text();
    }

    /** As {@link #getContext}, but a query that leaves no room for memory is handed on without it. */
    String getContextOrQueryAlone(String query, int maxTurns) {
        return assembler.assembleOrQueryAlone(view(), request(query, maxTurns)).text();
    }

    private ContextRequest request(String query, int maxTurns) {
        return new ContextRequest(
                query,
                maxTurns,
                settings.relevantTurns(),
                settings.includeSummaries(),
                settings.tokenBudget(),
                null,
                false);
    }

    /**
     * The context as text and as messages, with all that shaped it.
     *
     * @param request its numbers hold, whatever this memory's settings are
     * @throws dev.danamemory.context.QueryTooLargeException when the query alone is over the request's token budget
     * @throws dev.danamemory.context.ContextTooLargeException when the context is over 4 MiB
     */
    public AssembledContext assemble(ContextRequest request) {
        return assembler.assemble(view(), request);
    }

    private MemoryView view() {
        return load().map(loaded -> MemoryView.of(loaded, store.newest(loaded, settings.window()), settings))
                .orElseGet(() -> MemoryView.empty(settings));
    }

    /**
     * Searches the whole history: turns that contain the query, then turns that share words with it.
     *
     * @param query finds nothing when it is blank
     * @param limit most hits, 1 or more
     * @throws IllegalArgumentException when the limit is below 1
     */
    public List<SearchHit> search(String query, int limit) {
        return new TurnSearch().search(query, new StoredHistory(store, key), limit);
    }

    /**
     * Stores a summary of the turns that are not summarised yet, up to the newest.
     *
     * @param content not blank, at most 256 KiB of UTF-8
     * @return the summary, or nothing when there is nothing to summarise or somebody else was quicker
     * @throws InvalidInputException when the content is blank, too long or not well-formed; nothing is stored
     */
    public Optional<Summary> createSummary(String content) {
        return switch (summaries.summarise(key, null, new SummarySource.Given(content))) {
            case SummaryResult.Stored stored -> Optional.of(stored.summary());
            case SummaryResult.Present present -> Optional.of(present.summary());
            case SummaryResult.Refusal _ -> Optional.empty();
        };
    }

    /** What the conversation amounts to, or nothing when it has not begun. */
    public Optional<ConversationStatistics> getStatistics() {
        return load().map(loaded -> ConversationStatistics.of(loaded, store.newest(loaded, settings.window())));
    }

    /** Forgets turns and summaries; the conversation stays. */
    public void clear() {
        store.clear(key);
    }
}
