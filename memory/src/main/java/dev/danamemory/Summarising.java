package dev.danamemory;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Summarises the turns of a conversation that are not summarised yet. Safe for several threads. */
public final class Summarising {
    // how often a summary is made again because of what others did meanwhile
    private static final int ROUNDS = 3;

    private final Supplier<ConversationStore> stores;
    private final NewIds ids;
    private final InstantSource clock;

    /** @param stores asked again once a text is made, for what an agent took is not the store's time */
    public Summarising(Supplier<ConversationStore> stores, NewIds ids, InstantSource clock) {
        this.stores = stores;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a summary of the turns from the first that is not summarised.
     *
     * @param endTurn the last one, 1 or more; null is the newest there is
     * @throws RuntimeException what the summariser throws; nothing is stored
     */
    public SummaryResult summarise(ConversationKey key, @Nullable Long endTurn, SummarySource source) {
        ConversationStore store = stores.get();
        Optional<Conversation> begun = store.load(key, 1);
        Optional<Conversation> loaded = begun;
        for (int round = 0; round < ROUNDS; round++) {
            if (loaded.isEmpty()) {
                return new SummaryResult.NoConversation();
            }
            Optional<SummaryResult> refused =
                    changed(begun.orElseThrow().header(), loaded.get().header(), source);
            SummaryAttempt attempt = new SummaryAttempt(store, loaded.get(), endTurn);
            Optional<SummaryResult> result =
                    refused.isPresent() ? refused : attempt.from(source, this::summary, stores);
            if (result.isPresent()) {
                return result.get();
            }
            loaded = store.load(key, 1);
        }
        throw new StoreUnavailableException("the conversation keeps changing", Duration.ofSeconds(1), null);
    }

    private Summary summary(SummaryRange range, String content, List<Turn> turns) {
        return new Summary(
                ids.summary(),
                InstantText.of(clock.instant()),
                content,
                range.last() - range.first() + 1,
                range.first(),
                range.last(),
                turns.getFirst().timestamp(),
                turns.getLast().timestamp(),
                Map.of());
    }

    /** What there is to say of what others did since the first load, if it matters. */
    private static Optional<SummaryResult> changed(
            ConversationHeader begun, ConversationHeader now, SummarySource source) {
        if (!begun.epoch().equals(now.epoch())) {
            return Optional.of(new SummaryResult.Cleared());
        }
        return begun.generation() != now.generation() && source instanceof SummarySource.Given
                ? Optional.of(new SummaryResult.Redacted())
                : Optional.empty();
    }
}
