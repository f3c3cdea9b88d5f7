package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.TurnRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clears, and the generations that clears and new beginnings raise. */
public interface ClearContract extends Clauses {
    @Test
    default void aClearForgetsTurnsAndSummariesAndKeepsTheRest() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation("oven", "Mine", null, Samples.json("{'a': 1.0}")));
        bench().appendAll(bench().load(key), 45);
        assertThat(bench().store().summarise(bench().load(key), Samples.summary("summed", 1, 20)))
                .isInstanceOf(SummaryCommit.Stored.class);
        String oldId = bench().load(key).turns().getLast().turnId();
        Conversation cleared = bench().clear(key);
        assertThat(cleared.turns()).isEmpty();
        Observed after = bench().observe(key);
        assertThat(after.turns()).isEmpty();
        assertThat(after.summaries()).isEmpty();
        ConversationHeader header = after.header();
        assertThat(header).isEqualTo(cleared.header());
        assertThat(List.of(header.firstTurn(), header.lastTurn(), header.sessionCount(), header.summaryCount()))
                .containsExactly(1L, 0L, 0L, 0L);
        assertThat(header.title()).isEqualTo("Mine");
        assertThat(header.agentId()).isEqualTo("oven");
        assertThat(header.metadata()).isEqualTo(Samples.json("{'a': 1.0}"));
        assertThat(bench().store().turn(key, new TurnRef.ById(oldId))).isEmpty();
    }

    @Test
    default void numbersBeginAtOneAfterAClear() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 45);
        bench().clear(key);
        bench().appendAll(bench().load(key), 45);
        assertThat(bench().observe(key).turns()).hasSize(45);
        assertThat(bench().load(key).lastTurn()).isEqualTo(45);
    }

    /** The first message was the title; forgotten, it is no title any more, in lists neither. */
    @Test
    default void aClearForgetsADerivedTitle() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(null, null, "secret plan", Samples.none()));
        bench().append(key, "secret plan");
        assertThat(bench().load(key).header().shownTitle()).isEqualTo("secret plan");
        bench().clear(key);
        assertThat(bench().observe(key).header().shownTitle()).isNull();
        assertThat(bench().list(key.user()).getFirst().title()).isNull();
    }

    @Test
    default void nothingIsClearedWhereNothingIs() {
        ConversationKey key = bench().key();
        assertThat(bench().store().clear(key)).isEmpty();
        bench().observeNothing(key);
        bench().create(key);
        bench().erase(key);
        assertThat(bench().store().clear(key)).isEmpty();
        bench().observeNothing(key);
    }

    @Test
    default void aGenerationRisesWithAClearAndNeverOtherwise() {
        ConversationKey key = bench().key();
        long first = bench().create(key).header().generation();
        bench().append(key, "one");
        assertThat(bench().load(key).header().generation()).isEqualTo(first);
        long second = bench().clear(key).header().generation();
        assertThat(second).isGreaterThan(first);
        assertThat(bench().load(key).header().generation()).isEqualTo(second);
    }

    @Test
    default void aGenerationIsNeverUsedTwiceWhateverTheClockDoes() {
        ConversationKey key = bench().key();
        List<Long> generations = new ArrayList<>();
        for (Duration step : List.of(Duration.ZERO, Duration.ofDays(-400), Duration.ofHours(1), Duration.ZERO)) {
            generations.add(bench().create(key).header().generation());
            bench().clock().advance(step);
            generations.add(bench().clear(key).header().generation());
            generations.add(bench().clear(key).header().generation());
            bench().erase(key);
            assertThat(bench().store().clear(key)).isEmpty();
        }
        generations.add(bench().imported(key, Samples.file(1, 2)).header().generation());
        assertThat(generations).isSorted().doesNotHaveDuplicates();
    }

    /** So that followers of a conversation can tell by its number. */
    @Test
    default void epochsAndBirthsTellWhatHappened() {
        ConversationKey key = bench().key();
        ConversationHeader made = bench().create(key).header();
        ConversationHeader cleared = bench().clear(key).header();
        assertThat(cleared.birth()).isEqualTo(made.birth());
        assertThat(cleared.epoch()).isNotEqualTo(made.epoch());
        bench().erase(key);
        ConversationHeader anew = bench().create(key).header();
        assertThat(anew.birth()).isNotEqualTo(made.birth());
        assertThat(anew.epoch()).isNotIn(made.epoch(), cleared.epoch());
    }
}
