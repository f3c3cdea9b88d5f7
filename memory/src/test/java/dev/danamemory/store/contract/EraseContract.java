package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.Touch;
import dev.danamemory.store.contract.Script.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erasing is complete, and nothing in flight brings anything back. */
public interface EraseContract extends Clauses {
    @Test
    default void anErasedConversationIsReadInNoWay() {
        ConversationKey key = furnished();
        assertThat(bench().store().erase(key)).isInstanceOf(Erasure.Done.class);
        bench().observeNothing(key);
        assertThat(bench().store().erase(key)).isInstanceOf(Erasure.Absent.class);
        bench().observeNothing(key);
    }

    @Test
    default void anEraseOfNothingIsAbsent() {
        ConversationKey key = bench().key();
        assertThat(bench().store().erase(key)).isInstanceOf(Erasure.Absent.class);
        bench().observeNothing(key);
        bench().create(key);
        assertThat(bench().observe(key).turns()).isEmpty();
    }

    @Test
    default void anEraseLeavesNoTextBehind() {
        bench().needs(Ability.INSPECTS);
        ConversationKey key = furnished();
        assertThat(holding(Life.MARKER)).isNotEmpty();
        bench().erase(key);
        assertThat(holding(Life.MARKER)).isEmpty();
    }

    @Test
    default void aClearLeavesNoTextBehindButWhatItKeeps() {
        bench().needs(Ability.INSPECTS);
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), Life.marked(45));
        bench().store().summarise(bench().load(key), Samples.summary(Life.MARKER + " summary", 1, 20));
        assertThat(holding(Life.MARKER)).isNotEmpty();
        bench().clear(key);
        assertThat(holding(Life.MARKER)).isEmpty();
    }

    @Test
    default void anIdThatBeganAnewShowsNothingOfItsPast() {
        ConversationKey key = furnished();
        bench().erase(key);
        bench().create(key);
        Observed anew = bench().observe(key);
        assertThat(anew.turns()).isEmpty();
        assertThat(anew.summaries()).isEmpty();
        assertThat(anew.header().title()).isNull();
        assertThat(anew.header().metadata()).isEmpty();
        bench().appendAll(bench().load(key), 45);
        assertThat(bench().observe(key).turns()).hasSize(45);
    }

    @Test
    default void anEraseThatCrashedAnywhereIsCompletedByItsRepeat() {
        for (int n = 1; ; n++) {
            ConversationKey key = furnished();
            Script death = Script.at(n, Side.AFTER, Script.die());
            try {
                bench().store(death).erase(key);
            } catch (ProcessDied expected) {
                assertThat(death.reached()).isTrue();
            }
            if (!death.reached()) {
                assertThat(n).isGreaterThan(2);
                return;
            }
            assertThat(bench().store().erase(key)).isNotInstanceOf(Erasure.Unfinished.class);
            bench().observeNothing(key);
            if (bench().can(Ability.INSPECTS)) {
                assertThat(holding(Life.MARKER))
                        .as("after a crash at request %d %s", n, death)
                        .isEmpty();
            }
        }
    }

    @Test
    default void nothingLoadedBeforeAnEraseIsGoneOnWith() {
        ConversationKey key = furnished();
        Conversation loaded = bench().load(key);
        bench().erase(key);
        bench().clock().advance(Duration.ofMinutes(31));
        ConversationStore store = bench().store();
        assertThat(store.append(loaded, Samples.turn("late"), Bench.SETTINGS)).isInstanceOf(Append.Erased.class);
        assertThat(store.touch(loaded)).isInstanceOf(Touch.Gone.class);
        assertThat(store.summarise(loaded, Samples.summary("late", 21, 40))).isInstanceOf(SummaryCommit.Outdated.class);
        bench().observeNothing(key);
    }

    private List<String> holding(String text) {
        return bench().space().objects().stream()
                .filter(object -> object.contains(text))
                .map(StoredObject::name)
                .toList();
    }

    /** A conversation with everything that one can have, in several objects. */
    private ConversationKey furnished() {
        ConversationKey key = bench().key();
        Life.live(bench().store(), key);
        return key;
    }
}
