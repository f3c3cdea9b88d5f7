package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.SummaryCommit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Summaries: exact, adjoining ranges, never newer than a clear. */
public interface SummaryContract extends Clauses {
    @Test
    default void summariesAdjoinAndTheLastThreeAreLoaded() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 45);
        for (int first = 1; first <= 41; first += 10) {
            long last = Math.min(first + 9, 45);
            Summary summary = Samples.summary("from " + first, first, last);
            SummaryCommit commit = bench().store().summarise(bench().load(key), summary);
            assertThat(commit).isInstanceOf(SummaryCommit.Stored.class);
            assertThat(((SummaryCommit.Stored) commit).conversation().summaries())
                    .endsWith(summary);
        }
        assertThat(bench().load(key).summaries().stream().map(Summary::content))
                .containsExactly("from 21", "from 31", "from 41");
        Observed observed = bench().observe(key);
        assertThat(observed.header().summaryCount()).isEqualTo(5);
        assertThat(observed.summaries().stream().map(Summary::startTurn)).containsExactly(1L, 11L, 21L, 31L, 41L);
        assertThat(observed.turns()).hasSize(45);
    }

    @Test
    default void aRangeThatDoesNotAdjoinIsRefused() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        assertThat(summarise(bench().load(key), 2, 20)).isInstanceOf(SummaryCommit.RangeTaken.class);
        assertThat(summarise(bench().load(key), 1, 20)).isInstanceOf(SummaryCommit.Stored.class);
        for (long first : List.of(1L, 15L, 20L, 22L)) {
            assertThat(summarise(bench().load(key), first, 25)).isInstanceOf(SummaryCommit.RangeTaken.class);
        }
        assertThat(bench().observe(key).header().summaryCount()).isEqualTo(1);
    }

    /** Two runs at once. */
    @Test
    default void oneRangeIsSummarisedOnce() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        Conversation loaded = bench().load(key);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Stored.class);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.RangeTaken.class);
        assertThat(bench().observe(key).header().summaryCount()).isEqualTo(1);
    }

    @Test
    default void turnsMayComeWhileASummaryIsMade() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        Conversation loaded = bench().load(key);
        bench().appendAll(bench().load(key), 30);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Stored.class);
        assertThat(bench().observe(key).turns()).hasSize(60);
    }

    @Test
    default void aSummaryIsNotCommittedOverAClear() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        Conversation loaded = bench().load(key);
        bench().clear(key);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Outdated.class);
        bench().appendAll(bench().load(key), 30);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Outdated.class);
        assertThat(bench().observe(key).summaries()).isEmpty();
    }

    @Test
    default void aSummaryIsNotCommittedOverAnEraseAndANewBeginning() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        Conversation loaded = bench().load(key);
        bench().erase(key);
        bench().create(key);
        bench().appendAll(bench().load(key), 30);
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Outdated.class);
        assertThat(bench().observe(key).summaries()).isEmpty();
    }

    /** Dana's own have no numbers and cover the turns inside their timestamps. */
    @Test
    default void afterDanasOwnSummariesItGoesOnWithTheFirstNewerTurn() {
        ConversationKey key = bench().key();
        var turns = Samples.turns(101, 112);
        var danas = new Summary(
                "summary_1",
                "2026-11-09T00:00:00",
                "Dana's",
                4,
                null,
                null,
                turns.get(0).timestamp(),
                turns.get(3).timestamp(),
                Map.of());
        bench().imported(key, Samples.file(101, 112, danas));
        assertThat(summarise(bench().load(key), 101, 110)).isInstanceOf(SummaryCommit.RangeTaken.class);
        assertThat(summarise(bench().load(key), 106, 110)).isInstanceOf(SummaryCommit.RangeTaken.class);
        assertThat(summarise(bench().load(key), 105, 110)).isInstanceOf(SummaryCommit.Stored.class);
        assertThat(bench().observe(key).summaries().getFirst()).isEqualTo(danas);
    }

    @Test
    default void aHistoryThatBeginsAboveOneIsSummarisedFromItsFirstTurn() {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(101, 150));
        assertThat(summarise(bench().load(key), 1, 110)).isInstanceOf(SummaryCommit.RangeTaken.class);
        assertThat(summarise(bench().load(key), 101, 110)).isInstanceOf(SummaryCommit.Stored.class);
    }

    private SummaryCommit summarise(Conversation loaded, long first, long last) {
        return bench().store().summarise(loaded, Samples.summary("from " + first, first, last));
    }
}
