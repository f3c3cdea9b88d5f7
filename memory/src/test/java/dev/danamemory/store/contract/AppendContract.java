package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Attachment;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Appends: atomic, linear, exactly once. */
public interface AppendContract extends Clauses {
    @Test
    default void turnsAreKeptAsTheyCameAndNumberedInOrder() {
        ConversationKey key = bench().key();
        Conversation last = bench().create(key);
        List<Turn> expected = new ArrayList<>();
        for (int number = 1; number <= 45; number++) {
            NewTurn turn = number % 9 == 0 ? rich("rich " + number) : Samples.turn("plain " + number);
            Append.Appended answer = Bench.appended(bench().store().append(last, turn, Bench.SETTINGS));
            last = answer.conversation();
            expected.add(turn.numbered(number));
            assertThat(answer.turn()).isEqualTo(expected.getLast());
            assertThat(last.lastTurn()).isEqualTo(number);
            assertThat(last.turns()).endsWith(answer.turn());
        }
        assertThat(bench().observe(key).turns()).isEqualTo(expected);
    }

    private static NewTurn rich(String input) {
        Turn file = Samples.turns(2, 2).getFirst();
        return new NewTurn(
                Samples.id("t"),
                input + " \uD83D\uDE00 \u0000 \"\\",
                "",
                "2026-11-22",
                file.metadata(),
                TurnStatus.FAILED,
                "oven",
                3L,
                2L,
                file.steps(),
                List.of(new Attachment("s3://a/b", "image/png", "b", 7L, null, Map.of())));
    }

    @Test
    default void twoAppendsWithOneNumberAreBothStored() {
        ConversationKey key = bench().key();
        bench().create(key);
        Conversation mine = bench().load(key);
        Conversation others = bench().store(StoreFaults.NONE).load(key, 20).orElseThrow();
        assertThat(bench().append(mine, Samples.turn("mine")).turnNumber()).isEqualTo(1);
        assertThat(bench().append(others, Samples.turn("others")).turnNumber()).isEqualTo(2);
        assertThat(inputs(key)).containsExactly("mine", "others");
    }

    @Test
    default void anAppendSentAgainStoresNothingMore() {
        ConversationKey key = bench().key();
        bench().create(key);
        Conversation loaded = bench().load(key);
        NewTurn turn = Samples.turn("once");
        Turn stored = bench().append(loaded, turn);
        assertThat(bench().append(loaded, turn)).isEqualTo(stored);
        bench().append(key, "another");
        assertThat(bench().append(loaded, turn)).isEqualTo(stored);
        assertThat(inputs(key)).containsExactly("once", "another");
    }

    /** More turns than any window were stored since the answer was lost. */
    @Test
    default void anAppendSentAgainAfterFortyFiveOthersStoresNothingMore() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 5);
        Conversation loaded = bench().load(key);
        NewTurn turn = Samples.turn("once");
        Turn stored = bench().append(loaded, turn);
        bench().appendAll(bench().load(key), 45);
        assertThat(bench().append(loaded, turn)).isEqualTo(stored);
        assertThat(stored.turnNumber()).isEqualTo(6);
        assertThat(bench().observe(key).turns()).hasSize(51);
    }

    /** The request is stored, its answer lost, others write, and only then does the store try again. */
    @Test
    default void anAppendWhoseAnswerGotLostWhileOthersWroteIsStoredOnce() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "first");
        Script lost = Script.atWrite(1, Script.Side.AFTER, () -> {
            bench().appendAll(bench().load(key), 45);
            throw new StoreFault.AnswerLost();
        });
        ConversationStore store = bench().store(lost);
        Conversation loaded = store.load(key, 20).orElseThrow();
        NewTurn turn = Samples.turn("once");
        Turn stored = Bench.appended(Repeat.untilAnswered(() -> store.append(loaded, turn, Bench.SETTINGS)))
                .turn();
        assertThat(stored).isEqualTo(turn.numbered(2));
        assertThat(bench().observe(key).turns()).hasSize(47);
    }

    @Test
    default void aClearBetweenLoadAndAppendIsTold() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "forgotten");
        Conversation loaded = bench().load(key);
        bench().clear(key);
        assertThat(append(loaded)).isInstanceOf(Append.Cleared.class);
        bench().append(key, "new");
        assertThat(append(loaded)).isInstanceOf(Append.Cleared.class);
        assertThat(inputs(key)).containsExactly("new");
    }

    @Test
    default void anEraseBetweenLoadAndAppendIsTold() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "forgotten");
        Conversation loaded = bench().load(key);
        bench().erase(key);
        assertThat(append(loaded)).isInstanceOf(Append.Erased.class);
        bench().observeNothing(key);
    }

    @Test
    default void anEraseBetweenLoadAndAppendIsToldAlsoOnceTheIdBeganAnew() {
        ConversationKey key = bench().key();
        bench().create(key);
        Conversation loaded = bench().load(key);
        bench().erase(key);
        bench().create(key);
        assertThat(append(loaded)).isInstanceOf(Append.Erased.class);
        bench().append(key, "new");
        assertThat(append(loaded)).isInstanceOf(Append.Erased.class);
        assertThat(inputs(key)).containsExactly("new");
    }

    /** Even when as many turns stand there as the writer had loaded. */
    @Test
    default void anAppendNeverFillsAFreedPlace() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 3);
        Conversation loaded = bench().load(key);
        bench().clear(key);
        bench().appendAll(bench().load(key), 3);
        assertThat(append(loaded)).isInstanceOf(Append.Cleared.class);
        assertThat(bench().observe(key).turns()).hasSize(3);
    }

    @Test
    default void aLoadSeesEveryAppendThatWasAnswered() {
        ConversationKey key = bench().key();
        ConversationStore other = bench().store(StoreFaults.NONE);
        bench().create(key);
        for (int number = 1; number <= 25; number++) {
            bench().append(key, "message " + number);
            Conversation seen = other.load(key, 20).orElseThrow();
            assertThat(seen.lastTurn()).isEqualTo(number);
            assertThat(other.newest(seen, 1).getFirst().userInput()).isEqualTo("message " + number);
        }
    }

    @Test
    default void anAppendMakesAnArchivedConversationActive() {
        ConversationKey key = bench().key();
        bench().create(key);
        var archived = new ConversationChange(new ConversationChange.Title.Keep(), null, ConversationStatus.ARCHIVED);
        assertThat(bench().store().update(key, archived).orElseThrow().header().status())
                .isEqualTo(ConversationStatus.ARCHIVED);
        bench().append(key, "again");
        assertThat(bench().load(key).header().status()).isEqualTo(ConversationStatus.ACTIVE);
    }

    private Append append(Conversation loaded) {
        return bench().store().append(loaded, Samples.turn("in flight"), Bench.SETTINGS);
    }

    private List<String> inputs(ConversationKey key) {
        List<Turn> turns = bench().observe(key).turns();
        assertThat(turns.stream().map(Turn::turnNumber))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, turns.size()).boxed().toList());
        return turns.stream().map(Turn::userInput).toList();
    }
}
