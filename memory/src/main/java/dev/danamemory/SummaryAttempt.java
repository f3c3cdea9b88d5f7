package dev.danamemory;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.SummaryCommit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way from a load to the commit of a summary. Its results are empty when others were quicker, so that a new load is
 * worth it.
 *
 * @param endTurn null is the last turn of the load
 */
record SummaryAttempt(
        ConversationStore store,
        Conversation loaded,
        @Nullable Long endTurn) {
    /** Makes a summary of a text for a range. */
    @FunctionalInterface
    interface Form {
        /**
         * The summary.
         *
         * @param turns the first is the range's first, the last its last
         */
        Summary of(SummaryRange range, String content, List<Turn> turns);
    }

    /**
     * What became of the wish; nothing when others were quicker.
     *
     * @param stores asked for the store to commit to
     */
    Optional<SummaryResult> from(SummarySource source, Form form, Supplier<ConversationStore> stores) {
        long last = endTurn == null ? loaded.lastTurn() : endTurn;
        if (last > loaded.lastTurn()) {
            return Optional.of(new SummaryResult.AboveTheLastTurn(loaded.lastTurn()));
        }
        if (last < loaded.header().firstTurn()) {
            return Optional.of(new SummaryResult.NothingToTell());
        }
        SummaryRange range = SummaryRange.open(store, loaded, last);
        if (range.isEmpty()) {
            return Optional.of(endTurn == null ? new SummaryResult.NothingToTell() : settled(loaded, last, source));
        }
        return switch (source) {
            case SummarySource.Given given -> given(range, given, form);
            case SummarySource.Made made -> made(range, made, form, stores);
        };
    }

    private Optional<SummaryResult> given(SummaryRange range, SummarySource.Given given, Form form) {
        List<Turn> ends = range.ends(store, key());
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        Summary summary = form.of(range, given.content(), ends);
        return switch (store.summarise(loaded, summary)) {
            case SummaryCommit.Stored _ -> Optional.of(new SummaryResult.Stored(summary));
            // the text was meant for turns that are summarised by now
            case SummaryCommit.RangeTaken(Conversation now) -> Optional.of(settled(now, range.last(), given));
            case SummaryCommit.Outdated _ -> Optional.empty();
        };
    }

    private Optional<SummaryResult> made(
            SummaryRange range, SummarySource.Made made, Form form, Supplier<ConversationStore> stores) {
        List<Turn> turns = range.texts(store, key());
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        String content = made.by().apply(loaded).summarise(turns);
        if (content.isBlank()) {
            return Optional.of(new SummaryResult.NothingToTell());
        }
        Summary summary = form.of(range, content, turns);
        return stores.get().summarise(loaded, summary) instanceof SummaryCommit.Stored
                ? Optional.of(new SummaryResult.Stored(summary))
                : Optional.empty();
    }

    /** What to say of a range that is summarised. */
    private SummaryResult settled(Conversation now, long last, SummarySource source) {
        return endingAt(now, last)
                .filter(stored -> !(source instanceof SummarySource.Given given)
                        || given.content().equals(stored.content()))
                .<SummaryResult>map(SummaryResult.Present::new)
                .orElseGet(SummaryResult.RangeTaken::new);
    }

    private Optional<Summary> endingAt(Conversation now, long last) {
        List<Summary> summaries = now.summaries();
        boolean isOlder = now.header().summaryCount() > summaries.size()
                && summaries.stream().noneMatch(summary -> covers(summary, last));
        List<Summary> all =
                isOlder ? store.export(key()).map(file -> file.summaries()).orElse(List.of()) : summaries;
        return all.stream()
                .filter(summary -> Objects.equals(summary.endTurn(), last))
                .findFirst();
    }

    private static boolean covers(Summary summary, long turn) {
        return summary.startTurn() != null
                && summary.endTurn() != null
                && summary.startTurn() <= turn
                && turn <= summary.endTurn();
    }

    private ConversationKey key() {
        return loaded.header().key();
    }
}
