package dev.danamemory;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.SummaryCoverage;
import dev.danamemory.store.TurnRef;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the turns that are not summarised yet and stores a summary of them. */
record SummaryRange(ConversationStore store, NewIds ids, InstantSource clock) {
    static void requireStorable(String content) {
        if (content.isBlank()) {
            throw new InvalidInputException("content", "must not be blank");
        }
        if (!Unicode.isWellFormed(content)) {
            throw new InvalidInputException("content", "has half of a surrogate pair; it must be well-formed text");
        }
        if (Unicode.utf8Length(content) > Turn.LONGEST_TEXT) {
            throw new InvalidInputException("content", "is over 256 KiB of UTF-8");
        }
    }

    Optional<Summary> summarise(Conversation loaded, String content) {
        ConversationKey key = loaded.header().key();
        long end = loaded.lastTurn();
        long start = firstOpen(loaded);
        if (start > end) {
            return Optional.empty();
        }
        Optional<Turn> first = store.turn(key, new TurnRef.ByNumber(start));
        Optional<Turn> last = store.turn(key, new TurnRef.ByNumber(end));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Summary summary = new Summary(
                ids.summary(),
                InstantText.of(clock.instant()),
                content,
                end - start + 1,
                start,
                end,
                first.get().timestamp(),
                last.get().timestamp(),
                Map.of());
        return store.summarise(loaded, summary) instanceof SummaryCommit.Stored
                ? Optional.of(summary)
                : Optional.empty();
    }

    private long firstOpen(Conversation loaded) {
        List<Summary> summaries = loaded.summaries();
        return SummaryCoverage.firstOpen(
                loaded.header(),
                summaries.isEmpty() ? null : summaries.getLast(),
                new StoredHistory(store, loaded.header().key()));
    }
}
