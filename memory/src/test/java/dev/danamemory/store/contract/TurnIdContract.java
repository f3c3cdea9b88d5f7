package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.contract.Script.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Turns under ids that their callers chose. */
public interface TurnIdContract extends Clauses {
    private static Append.Appended once(ConversationStore store, Conversation loaded, NewTurn turn) {
        return Bench.appended(Repeat.untilAnswered(() -> store.appendOnce(loaded, turn, Bench.SETTINGS)));
    }

    @Test
    default void aTurnIdIsKnownHoweverLongAgoItCame() {
        ConversationKey key = bench().key();
        NewTurn turn = Samples.turn("the one");
        Append.Appended first = once(bench().store(), bench().create(key), turn);
        assertThat(first.isNew()).isTrue();
        for (int others : new int[] {0, 5, 60}) {
            bench().appendAll(bench().load(key), others);
            Append.Appended again = once(bench().store(StoreFaults.NONE), bench().load(key), turn);
            assertThat(again.turn()).isEqualTo(first.turn());
            assertThat(again.isNew()).isFalse();
        }
        assertThat(bench().observe(key).turns()).hasSize(66);
    }

    @Test
    default void ofManyCallersWithOneTurnIdOneStoresIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            ConversationKey key = bench().key();
            bench().create(key);
            NewTurn turn = Samples.turn("the one");
            List<Callable<Append.Appended>> callers = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                ConversationStore store = bench().store(StoreFaults.NONE);
                callers.add(() -> once(store, store.load(key, 20).orElseThrow(), turn));
            }
            List<Append.Appended> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
                for (Future<Append.Appended> answer : threads.invokeAll(callers)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers.stream().filter(Append.Appended::isNew)).hasSize(1);
            List<Turn> stored = bench().observe(key).turns();
            assertThat(stored).hasSize(1);
            assertThat(answers).allMatch(answer -> answer.turn().equals(stored.getFirst()));
        }
    }

    @Test
    default void aTurnIdThatBrokeOffAnywhereIsStoredOnceByItsRepeat() {
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            bench().create(key);
            NewTurn turn = Samples.turn("the one");
            Script death = Script.atWrite(n, Side.AFTER, Script.die());
            ConversationStore dying = bench().store(death);
            try {
                once(dying, dying.load(key, 20).orElseThrow(), turn);
            } catch (ProcessDied expected) {
                assertThat(death.reached()).isTrue();
            }
            bench().appendAll(bench().load(key), 3);
            once(bench().store(), bench().load(key), turn);
            assertThat(bench().observe(key).turns().stream()
                            .filter(one -> one.turnId().equals(turn.turnId())))
                    .hasSize(1);
            if (!death.reached()) {
                assertThat(n).isGreaterThan(1);
                return;
            }
        }
    }

    @Test
    default void aClearForgetsTurnIds() {
        ConversationKey key = bench().key();
        NewTurn turn = Samples.turn("the one");
        once(bench().store(), bench().create(key), turn);
        assertThat(bench().store().clear(key)).isPresent();
        Append.Appended again = once(bench().store(), bench().load(key), turn);
        assertThat(again.isNew()).isTrue();
        assertThat(again.turn().turnNumber()).isEqualTo(1);
    }

    @Test
    default void aTurnIdIsItsConversationsOwn() {
        NewTurn turn = Samples.turn("the one");
        assertThat(once(bench().store(), bench().create(bench().key()), turn).isNew())
                .isTrue();
        assertThat(once(bench().store(), bench().create(bench().key()), turn).isNew())
                .isTrue();
    }
}
