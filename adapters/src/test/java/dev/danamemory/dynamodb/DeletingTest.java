package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a delete by age meets, and what it leaves alone. */
class DeletingTest {
    private Bench bench;
    private ConversationKey key;
    private Instant idleBefore;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
        bench.present();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void idle() {
        key = bench.key();
        bench.appendAll(bench.create(key), 5);
        bench.clock().advance(Duration.ofHours(2));
        idleBefore = bench.clock().instant();
        bench.clock().advance(Duration.ofSeconds(1));
    }

    private StoreUpkeep upkeep(StoreFaults faults) {
        return bench.space().upkeep(bench.clock(), faults);
    }

    private Retirement delete(StoreFaults faults) {
        return upkeep(faults).delete(key, idleBefore);
    }

    @Test
    void whatBeganAnewMeanwhileIsLeftAlone() {
        for (int n = 1; ; n++) {
            idle();
            Script meeting = Script.at(n, Script.Side.BEFORE, () -> {
                assertThat(delete(StoreFaults.NONE)).isNotInstanceOf(Retirement.InUse.class);
                bench.create(key);
                bench.append(key, "anew");
            });
            assertThat(delete(meeting)).isNotNull();
            if (!meeting.reached()) {
                assertThat(n).isGreaterThan(8);
                return;
            }
            assertThat(bench.observe(key).turns()).as("before request %d", n).hasSize(1);
            bench.clock().advance(Duration.ofMinutes(61));
            assertThat(upkeep(StoreFaults.NONE).sweep().failed()).isZero();
            assertThat(bench.observe(key).turns())
                    .as("before request %d, swept", n)
                    .hasSize(1);
        }
    }

    @Test
    void twoAtOnceDeleteItOnce() {
        for (int n = 1; ; n++) {
            idle();
            Script meeting = Script.at(
                    n,
                    Script.Side.BEFORE,
                    () -> assertThat(delete(StoreFaults.NONE))
                            .isInstanceOfAny(Retirement.Done.class, Retirement.Absent.class));
            assertThat(delete(meeting)).isNotNull();
            bench.observeNothing(key);
            bench.clock().advance(Duration.ofMinutes(61));
            assertThat(upkeep(StoreFaults.NONE).sweep().failed()).isZero();
            assertThat(bench.space().objects())
                    .as("before request %d", n)
                    .noneMatch(object -> object.contains(key.conversationId()));
            if (!meeting.reached()) {
                return;
            }
        }
    }

    /** Its owner has just cleared it, and died before the conversation item said so. */
    @Test
    void whatIsBeingClearedIsInUse() {
        idle();
        Script death = Script.atWrite(3, Script.Side.BEFORE, Script.die());
        assertThatThrownBy(() -> bench.store(death).clear(key)).isInstanceOf(ProcessDied.class);
        assertThat(delete(StoreFaults.NONE)).isInstanceOf(Retirement.InUse.class);
        assertThat(bench.observe(key).turns()).isEmpty();
    }

    @Test
    void damageIsToldAndKept() {
        idle();
        String damaged = bench.space().damage(key);
        assertThatThrownBy(() -> delete(StoreFaults.NONE))
                .isInstanceOf(StoredDataUnreadableException.class)
                .hasMessageContaining(damaged);
        assertThat(Epochs.table(bench.space()).get(Keys.root(key))).isPresent();
    }

    @Test
    void anEntryWithoutAConversationIsLeftToTheSweep() {
        key = bench.key();
        Script death = Script.atWrite(2, Script.Side.BEFORE, Script.die());
        assertThatThrownBy(() -> bench.store(death).create(key, Samples.titled("Title")))
                .isInstanceOf(ProcessDied.class);
        idleBefore = bench.clock().instant();
        assertThat(delete(StoreFaults.NONE)).isInstanceOf(Retirement.Absent.class);
        assertThat(bench.create(key).header().shownTitle()).isNull();
    }
}
