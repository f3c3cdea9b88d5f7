package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.FaultSchedules.Single;
import dev.danamemory.store.contract.Scene.Beginning;
import dev.danamemory.store.contract.Script.Side;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is left when a process died at any of its requests: once another went on and the sweep ran, nothing of it. */
public interface LeftoverContract extends Clauses {
    @Test
    default void aCrashedProtocolLeavesNoMoreThanAWholeOne() {
        begin();
        int sealing = Schedules.sealing(bench(), Beginning.SEAL_DUE);
        for (Single single : Single.all()) {
            Supplier<Scene> beginning = () -> Scene.of(bench(), single.beginning(), sealing);
            int whole = left(beginning, StoreFaults.NONE, single.protocol());
            whole = Math.max(whole, left(beginning, StoreFaults.NONE, single.protocol()));
            for (int n = 1; n < Schedules.MOST_REQUESTS; n++) {
                Script death = Script.at(n, Side.AFTER, Script.die());
                int left = left(beginning, death, single.protocol());
                assertThat(left)
                        .as("objects after %s died after request %d", single, n)
                        .isLessThanOrEqualTo(whole);
                if (!death.reached()) {
                    break;
                }
            }
        }
    }

    /** How many objects more there are after two runs of a protocol, of which the first may die. */
    private int left(Supplier<Scene> beginning, StoreFaults faults, Protocol protocol) {
        int before = bench().space().objects().size();
        Scene scene = beginning.get();
        Schedules.dies(() -> {
            var _ = new Actor("A", protocol).run(scene.store(faults), scene.key());
        });
        var _ = new Actor(protocol == Protocol.APPEND ? "B" : "A", protocol)
                .run(scene.store(StoreFaults.NONE), scene.key());
        sweepLater();
        return bench().space().objects().size() - before;
    }

    @Test
    default void aDeleteByAgeThatCrashedAnywhereIsCompletedByTheNextRun() {
        begin();
        for (Side side : Side.values()) {
            for (int n = 1; ; n++) {
                ConversationKey key = archived();
                Script death = Script.at(n, side, Script.die());
                Schedules.dies(() -> {
                    var _ = upkeep(death).delete(key, bench().clock().instant());
                });
                assertThat(upkeep(StoreFaults.NONE).delete(key, bench().clock().instant()))
                        .isInstanceOfAny(Retirement.Done.class, Retirement.Absent.class);
                bench().observeNothing(key);
                assertNothingOf(key, "after a death %s request %d".formatted(side, n));
                if (!death.reached()) {
                    assertThat(n).isGreaterThan(3);
                    break;
                }
            }
        }
    }

    @Test
    default void whatIsRetiredThoughAnAnswerGotLostIsRetiredOnce() {
        begin();
        for (int n = 1; ; n++) {
            ConversationKey key = idle();
            Observed before = bench().observe(key);
            Script lost = Script.at(n, Side.AFTER, Script.fail(new StoreFault.AnswerLost()));
            assertThat(persistently(
                            () -> upkeep(lost).archive(key, bench().clock().instant(), 20)))
                    .isInstanceOf(Retirement.Done.class);
            assertThat(bench().observe(key).turns()).isEqualTo(before.turns());
            Script again = Script.at(n, Side.AFTER, Script.fail(new StoreFault.AnswerLost()));
            assertThat(persistently(
                            () -> upkeep(again).delete(key, bench().clock().instant())))
                    .isInstanceOfAny(Retirement.Done.class, Retirement.Absent.class);
            assertNothingOf(key, "after answer %d got lost".formatted(n));
            if (!lost.reached() && !again.reached()) {
                assertThat(n).isGreaterThan(3);
                return;
            }
        }
    }

    /** A run that is told that the store is unavailable leaves it to the next. */
    private static Retirement persistently(Supplier<Retirement> run) {
        try {
            return run.get();
        } catch (StoreUnavailableException unavailable) {
            return run.get();
        }
    }

    private void assertNothingOf(ConversationKey key, String story) {
        sweepLater();
        assertThat(bench().space().objects()).as(story).noneMatch(object -> object.contains(key.conversationId()));
    }

    private ConversationKey archived() {
        ConversationKey key = idle();
        assertThat(upkeep(StoreFaults.NONE).archive(key, bench().clock().instant(), 20))
                .isInstanceOf(Retirement.Done.class);
        return key;
    }

    private ConversationKey idle() {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, 65));
        bench().clock().advance(Duration.ofHours(1));
        return key;
    }

    private void sweepLater() {
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep(StoreFaults.NONE).sweep()).satisfies(run -> {
            assertThat(run.isDone()).isTrue();
            assertThat(run.failed()).isZero();
        });
    }

    private StoreUpkeep upkeep(StoreFaults faults) {
        return bench().space().upkeep(bench().clock(), faults);
    }

    private void begin() {
        bench().needs(Ability.UPKEEP);
        bench().needs(Ability.INSPECTS);
        bench().present();
    }
}
