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
import dev.danamemory.model.InstantText;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.search.SearchHit;
import dev.danamemory.search.TurnSearch;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStatistics;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The memory of one conversation, with the methods of Dana's {@code ConversationMemory}. The conversation begins with its
 * first turn. Safe for several threads; the asynchronous twins of one object run one after the other in the order of
 * their calls, on virtual threads.
 *
 * <p>Every method may throw what its {@link ConversationStore} throws.
 */
public final class ConversationMemory {
    private final ConversationStore store;
    private final ConversationKey key;
    private final MemorySettings settings;
    private final ContextAssembler assembler;
    private final NewIds ids;
    private final InstantSource clock;
    private final InOrder later = new InOrder(Thread::startVirtualThread);

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
        this.ids = ids;
        this.clock = clock;
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

    /** {@link #addTurn(String, String, ObjectNode)} without metadata. */
    public Turn addTurn(String userInput, String agentResponse) {
        return addTurn(userInput, agentResponse, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Remembers a turn, beginning the conversation when there is none.
     *
     * @param metadata the caller's own, kept as it is
     * @param userInput at most 256 KiB of UTF-8, as the response
     * @return the turn with its id, number and timestamp
     * @throws dev.danamemory.model.InvalidInputException when a text is too long or not well-formed; nothing is stored
     * @throws TurnRefusedException when the conversation was cleared or erased meanwhile
     */
    public Turn addTurn(String userInput, String agentResponse, ObjectNode metadata) {
        NewTurn.requireStorable(userInput, agentResponse); // before a conversation is begun for it
        Conversation conversation = loadOrBegin(userInput);
        NewTurn turn = new NewTurn(
                ids.turn(conversation.lastTurn()),
                userInput,
                agentResponse,
                InstantText.of(clock.instant()),
                metadata,
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

    private Conversation loadOrBegin(String firstMessage) {
        Optional<Conversation> loaded = load();
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

    private Optional<Conversation> load() {
        return store.load(key, settings.window());
    }

    /** The newest {@code count} turns of the window, oldest first. */
    public List<Turn> getRecentContext(int count) {
        List<Turn> window = window(load());
        return window.subList(Math.max(0, window.size() - count), window.size());
    }

    private List<Turn> window(Optional<Conversation> conversation) {
        return conversation
                .map(loaded -> store.newest(loaded, settings.window()))
                .orElse(List.of());
    }

    /**
     * The text to hand to a language model, by Dana's rules and this memory's settings; it ends with the query. For a
     * conversation that has not begun it is the query alone.
     *
     * @param maxTurns most recent turns, 0 or more
     */
    public String getContext(String query, int maxTurns) {
        return assemble(new ContextRequest(
                        query,
                        maxTurns,
                        settings.relevantTurns(),
                        settings.includeSummaries(),
                        settings.tokenBudget(),
                        null,
                        false))
                .text();
    }

    /** The context as text and as messages, with all that shaped it. */
    public AssembledContext assemble(ContextRequest request) {
        Optional<Conversation> loaded = load();
        return assembler.assemble(
                new MemoryView(
                        loaded.map(Conversation::lastTurn).orElse(0L),
                        settings.window(),
                        window(loaded),
                        loaded.map(Conversation::summaries).orElse(List.of())),
                request);
    }

    /**
     * Searches the whole history: turns that contain the query, then turns that share words with it.
     *
     * @param limit 1 or more
     */
    public List<SearchHit> search(String query, int limit) {
        return new TurnSearch().search(query, new StoredHistory(store, key), limit);
    }

    /**
     * Stores a summary of the turns that are not summarised yet, up to the newest.
     *
     * @return the summary, or nothing when there is nothing to summarise or somebody else was quicker
     */
    public Optional<Summary> createSummary(String content) {
        return load().flatMap(loaded -> new SummaryRange(store, ids, clock).summarise(loaded, content));
    }

    /** What the conversation amounts to, or nothing when it has not begun. */
    public Optional<ConversationStatistics> getStatistics() {
        return load().map(loaded -> ConversationStatistics.of(loaded, store.newest(loaded, settings.window())));
    }

    /** Forgets turns and summaries; the conversation stays. */
    public void clear() {
        store.clear(key);
    }

    /** {@link #addTurn(String, String, ObjectNode)}, later. */
    public CompletionStage<Turn> addTurnAsync(String userInput, String agentResponse, ObjectNode metadata) {
        return later.run(() -> addTurn(userInput, agentResponse, metadata));
    }

    /** {@link #getRecentContext}, later. */
    public CompletionStage<List<Turn>> getRecentContextAsync(int count) {
        return later.run(() -> getRecentContext(count));
    }

    /** {@link #getContext}, later. */
    public CompletionStage<String> getContextAsync(String query, int maxTurns) {
        return later.run(() -> getContext(query, maxTurns));
    }

    /** {@link #search}, later. */
    public CompletionStage<List<SearchHit>> searchAsync(String query, int limit) {
        return later.run(() -> search(query, limit));
    }

    /** {@link #createSummary}, later. */
    public CompletionStage<Optional<Summary>> createSummaryAsync(String content) {
        return later.run(() -> createSummary(content));
    }

    /** {@link #getStatistics}, later. */
    public CompletionStage<Optional<ConversationStatistics>> getStatisticsAsync() {
        return later.run(this::getStatistics);
    }

    /** {@link #clear}, later; completes with true. */
    public CompletionStage<Boolean> clearAsync() {
        return later.run(() -> {
            clear();
            return true;
        });
    }
}
