package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.Touch;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Observed;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns that went to the archive: what becomes of their items, and of who does not know yet. */
class ArchivedTurnsTest {
    private static final int KEPT = 20;

    private final long seed = System.nanoTime();
    private Bench bench;
    private ConversationKey key;

    @BeforeEach
    void open() {
        System.out.println("seed " + seed);
        open(new Protocols());
    }

    private void open(Protocols protocols) {
        bench = new Bench(MemorySpec.of(protocols));
        bench.present();
        key = bench.key();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private StoreUpkeep upkeep(StoreFaults faults) {
        return bench.space().upkeep(bench.clock(), faults);
    }

    private Retirement archive() {
        return upkeep(StoreFaults.NONE).archive(key, bench.clock().instant(), KEPT);
    }

    private void sweepLater() {
        bench.clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep(StoreFaults.NONE).sweep().failed()).isZero();
    }

    private List<String> places(String kind) {
        return Epochs.itemsOf(bench.space(), key, bench.load(key).header().epoch()).stream()
                .map(item -> item.key().sort())
                .filter(sort -> sort.startsWith(kind))
                .toList();
    }

    @Test
    void turnsThatShareAnItemGoTogetherOrStay() {
        bench.imported(key, Samples.file(1, 200));
        Observed before = bench.observe(key);
        Retirement some = upkeep(StoreFaults.NONE).archive(key, bench.clock().instant(), 30);
        long turns = ((Retirement.Done) some).turns();
        assertThat(turns).as("of the 170 that may go").isBetween(80L, 169L);
        assertThat(bench.observe(key).turns()).isEqualTo(before.turns());
        assertThat(places("t")).as("a block and what came behind").hasSize(21);
        assertThat(archive()).isEqualTo(new Retirement.Done(180 - turns));
        assertThat(bench.observe(key).turns()).isEqualTo(before.turns());
        assertThat(places("t")).hasSize(20);
        assertThat(archive()).isEqualTo(new Retirement.Done(0));
    }

    @Test
    void aBlockThatIsLongerThanWhatMayGoStays() {
        bench.imported(key, Samples.file(1, 60));
        assertThat(upkeep(StoreFaults.NONE).archive(key, bench.clock().instant(), 30))
                .isEqualTo(new Retirement.Done(0));
        assertThat(bench.observe(key).turns()).hasSize(60);
        assertThat(bench.load(key).header().status()).isEqualTo(ConversationStatus.ARCHIVED);
    }

    @Test
    void largeTurnsLeaveNoParts() {
        Random random = new Random(seed);
        Conversation last = bench.create(key, Samples.plain());
        last = bench.appendAll(last, List.of(SeededTurns.large(random), SeededTurns.large(random)));
        bench.appendAll(last, 22);
        assertThat(places("p")).isNotEmpty();
        Observed before = bench.observe(key);
        assertThat(archive()).isEqualTo(new Retirement.Done(4));
        assertThat(bench.observe(key).turns()).isEqualTo(before.turns());
        assertThat(places("p")).isEmpty();
    }

    /** Turns of the last hour: their places stay taken, for a writer may have loaded before they were stored. */
    @Test
    void aWriterThatLoadedBeforeFindsNoFreePlace() {
        slowWriter();
        assertThat(places("t")).hasSize(46);
        sweepLater();
        assertThat(places("t")).hasSize(21);
        assertThat(bench.observe(key).turns()).hasSize(46);
    }

    @Test
    void itWouldWithoutKeepers() {
        bench.close();
        open(EndingMutants.leavesNoKeepers());
        assertThatThrownBy(this::slowWriter).isInstanceOf(AssertionError.class);
    }

    private void slowWriter() {
        Conversation slow = bench.appendAll(bench.create(key), 3);
        bench.appendAll(slow, 42);
        assertThat(archive()).isEqualTo(new Retirement.Done(25));
        NewTurn late = Samples.turn("late");
        Append.Appended answer = Bench.appended(bench.store().append(slow, late, Bench.SETTINGS));
        assertThat(answer.turn().turnNumber()).isEqualTo(46);
        assertThat(Bench.appended(bench.store().append(slow, late, Bench.SETTINGS))
                        .isNew())
                .isFalse();
        assertThat(bench.observe(key).turns()).hasSize(46);
    }

    /** Its own turn, whose answer got lost, is in the archive by now. */
    @Test
    void anAppendSentAgainFindsItsTurnInTheArchive() {
        Conversation slow = bench.appendAll(bench.create(key), 3);
        NewTurn lost = Samples.turn("lost");
        bench.append(slow, lost);
        bench.appendAll(bench.load(key), 41);
        bench.clock().advance(Duration.ofMinutes(9));
        assertThat(archive()).isEqualTo(new Retirement.Done(25));
        Append.Appended again = Bench.appended(bench.store().append(slow, lost, Bench.SETTINGS));
        assertThat(again.turn().turnNumber()).isEqualTo(4);
        assertThat(again.isNew()).isFalse();
        assertThat(bench.observe(key).turns()).hasSize(45);
    }

    @Test
    void whoLoadedBeforeReadsOn() {
        Conversation loaded = bench.appendAll(bench.create(key), 65);
        Conversation few = bench.load(key);
        bench.clock().advance(Duration.ofHours(2));
        List<Turn> all = bench.observe(key).turns();
        assertThat(archive()).isEqualTo(new Retirement.Done(45));
        assertThat(bench.store().newest(few, 65)).isEqualTo(all);
        assertThat(bench.store().storedAfter(few, 0, all.get(7).turnId())).contains(all.get(7));
        assertThat(bench.store().storedAfter(few, 0, "no-such-turn")).isEmpty();
        assertThat(bench.append(loaded, Samples.turn("more")).turnNumber()).isEqualTo(66);
        bench.clear(key);
        assertThat(bench.store().newest(few, 65)).isEqualTo(few.turns());
        assertThat(bench.store().storedAfter(few, 0, "no-such-turn")).isEmpty();
    }

    @Test
    void whoLoadedBeforeMakesItActiveWithATouch() {
        Conversation loaded = bench.appendAll(bench.create(key), 65);
        bench.clock().advance(Duration.ofHours(2));
        archive();
        assertThat(bench.store().touch(loaded)).isInstanceOf(Touch.Current.class);
        assertThat(bench.observe(key).header().status()).isEqualTo(ConversationStatus.ACTIVE);
        assertThat(bench.append(loaded, Samples.turn("more")).turnNumber()).isEqualTo(66);
        assertThat(bench.list(key.user()).getFirst().status()).isEqualTo(ConversationStatus.ACTIVE);
    }

    @Test
    void anArchivedTurnsTextIsInNoTitleOnceItIsRedacted() {
        bench.appendAll(bench.create(key, Samples.plain()), 65);
        bench.clock().advance(Duration.ofHours(2));
        archive();
        bench.store().redact(key, new TurnRef.ByNumber(1), Samples.counting());
        Observed after = bench.observe(key);
        assertThat(after.header().shownTitle()).isEqualTo("message 2");
        assertThat(bench.space().objects()).noneMatch(object -> object.contains("message 1\""));
    }

    /** One drops what an earlier run left when the other is about to rely on it; and both archive. */
    @Test
    void twoRunsAtOnceLoseNothing() {
        for (int n = 1; meetAt(n); n++) {
            assertThat(n).isLessThan(60);
        }
    }

    // false when the run has fewer requests
    private boolean meetAt(int n) {
        key = bench.key();
        bench.appendAll(bench.create(key), 65);
        bench.clock().advance(Duration.ofHours(1));
        List<Turn> all = bench.observe(key).turns();
        Script death = Script.at(9, Script.Side.AFTER, Script.die());
        assertThatThrownBy(() -> upkeep(death).archive(key, bench.clock().instant(), KEPT))
                .isInstanceOf(ProcessDied.class);
        bench.clock().advance(Duration.ofMinutes(61));
        Script meeting = Script.at(n, Script.Side.BEFORE, () -> {
            assertThat(upkeep(StoreFaults.NONE).sweep().failed()).isZero();
            assertThat(archive()).isNotNull();
        });
        assertThat(upkeep(meeting).archive(key, bench.clock().instant(), KEPT)).isNotNull();
        assertThat(bench.observe(key).turns()).as("before request %d", n).isEqualTo(all);
        sweepLater();
        sweepLater();
        assertThat(bench.observe(key).turns()).as("before request %d, swept", n).isEqualTo(all);
        assertThat(places("t")).as("before request %d", n).hasSize(KEPT);
        assertThat(meeting.reached() || n > 8).isTrue();
        return meeting.reached();
    }

    @Test
    void withoutAnArchiveNothingIsArchivedAndTheRestIsDone() {
        Table table = Epochs.table(bench.space());
        var store =
                new DynamoConversationStore(table, null, new NewIds(new Random(seed)), bench.clock(), new Protocols());
        bench.appendAll(bench.create(key), 30);
        assertThat(store.upkeep().archives()).isFalse();
        assertThatThrownBy(() -> store.upkeep().archive(key, bench.clock().instant(), KEPT))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.upkeep().delete(key, bench.clock().instant())).isEqualTo(new Retirement.Done(30));
        bench.clock().advance(Duration.ofMinutes(61));
        assertThat(store.upkeep().sweep().isDone()).isTrue();
        assertThat(bench.space().objects()).noneMatch(object -> object.contains(key.conversationId()));
    }

    /** Who is told to go on would do so for ever. */
    @Test
    void withTheArchiveOutOfReachAnEraseOfTheUserSaysSo() {
        bench.appendAll(bench.create(key), 45);
        bench.clock().advance(Duration.ofHours(1));
        assertThat(bench.space()
                        .upkeep(bench.clock(), StoreFaults.NONE)
                        .archive(key, bench.clock().instant(), KEPT))
                .isInstanceOf(Retirement.Done.class);
        Table table = Epochs.table(bench.space());
        var store =
                new DynamoConversationStore(table, null, new NewIds(new Random(seed)), bench.clock(), new Protocols());
        assertThatThrownBy(() -> store.eraseUser(key.user()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("MEMORY_ARCHIVE");
        assertThatThrownBy(() -> store.clear(key)).isInstanceOf(StoreUnavailableException.class);
        assertThat(bench.load(key).lastTurn()).isEqualTo(45);
    }
}
