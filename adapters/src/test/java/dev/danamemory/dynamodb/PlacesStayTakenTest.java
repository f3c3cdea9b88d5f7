package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import dev.danamemory.store.contract.StoreSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The place of a turn that was swept is not free for a writer who loaded before: what stands or stood there tells him.
 * Each rule is taken out once, to see that the test would notice.
 */
class PlacesStayTakenTest {
    static List<StoreSpec> stores() {
        return List.of(new MemorySpec(), new DynamoSpec(false));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aPlaceThatAClearFreedIsNotFilled(StoreSpec store) {
        on(store, PlacesStayTakenTest::fillsAClearedPlace);
    }

    @Test
    void itWouldBeWithoutKeepers() {
        wouldFail(EndingMutants.leavesNoKeepers(), PlacesStayTakenTest::fillsAClearedPlace);
    }

    // others wrote since the load, so the fence stands further behind
    private static void fillsAClearedPlace(Bench bench) {
        ConversationKey key = bench.key();
        Conversation loaded = bench.appendAll(bench.create(key), 3);
        bench.appendAll(bench.load(key), 2);
        bench.clear(key);
        assertThat(bench.store().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(Append.Cleared.class);
        assertThat(bench.observe(key).turns()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aPlaceThatAnEraseFreedIsNotFilled(StoreSpec store) {
        on(store, PlacesStayTakenTest::fillsAnErasedPlace);
    }

    @Test
    void itWouldBeWithoutKeepersToo() {
        wouldFail(EndingMutants.leavesNoKeepers(), PlacesStayTakenTest::fillsAnErasedPlace);
    }

    private static void fillsAnErasedPlace(Bench bench) {
        ConversationKey key = bench.key();
        Conversation loaded = bench.appendAll(bench.create(key), 3);
        bench.appendAll(bench.load(key), 5);
        bench.erase(key);
        bench.create(key);
        assertThat(bench.store().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(Append.Erased.class);
        assertThat(bench.observe(key).turns()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anOldLoadIsNotGoneOnWith(StoreSpec store) {
        on(store, PlacesStayTakenTest::goesOnWithAnOldLoad);
    }

    @Test
    void itWouldBeWithoutALookAtItsAge() {
        wouldFail(Mutants.goesOnFromAnyLoad(), PlacesStayTakenTest::goesOnWithAnOldLoad);
    }

    // two hours later neither fence nor keeper stands there
    private static void goesOnWithAnOldLoad(Bench bench) {
        ConversationKey key = bench.key();
        Conversation loaded = bench.appendAll(bench.create(key), 3);
        bench.clear(key);
        bench.clock().advance(Duration.ofHours(2));
        List<Item> left = Epochs.itemsOf(bench.space(), key, loaded.header().epoch());
        assertThat(left).isNotEmpty();
        Epochs.remove(bench.space(), left);
        assertThat(bench.store().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(Append.Cleared.class);
    }

    @Test
    void anOldLoadWithoutAnythingNewIsGoneOnWith() {
        on(new MemorySpec(), bench -> {
            Conversation loaded = bench.appendAll(bench.create(bench.key()), 3);
            bench.clock().advance(Duration.ofHours(2));
            NewTurn turn = Samples.turn("much later");
            assertThat(bench.append(loaded, turn).turnNumber()).isEqualTo(4);
            assertThat(bench.append(loaded, turn).turnNumber()).isEqualTo(4);
            assertThat(bench.observe(loaded.header().key()).turns()).hasSize(4);
        });
    }

    /** Read places count the clashes; whoever is far behind reads forwards instead. */
    @Test
    void aWriterFarBehindDoesNotTryPlaceByPlace() {
        on(new MemorySpec(), bench -> {
            ConversationKey key = bench.key();
            Conversation loaded = bench.create(key);
            bench.appendAll(bench.load(key), 40);
            Script script = Script.recording();
            assertThat(bench.store(script).append(loaded, Samples.turn("behind"), Bench.SETTINGS))
                    .isInstanceOf(Append.Appended.class);
            assertThat(script.writes()).hasSizeLessThan(6);
            assertThat(script.sent()).hasSizeLessThan(10);
            assertThat(bench.observe(key).turns().getLast().userInput()).isEqualTo("behind");
        });
    }

    @Test
    void nothingIsTriedWithoutTime() {
        on(new MemorySpec(), bench -> {
            Conversation loaded = bench.create(bench.key());
            Script script = Script.recording();
            var hurried = bench.store(script).within(new Meter(), Deadline.in(Duration.ofSeconds(-1)));
            assertThatThrownBy(() -> hurried.append(loaded, Samples.turn("too late"), Bench.SETTINGS))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(bench.observe(loaded.header().key()).turns()).isEmpty();
        });
    }

    private static void on(StoreSpec store, Consumer<Bench> scene) {
        try (Bench bench = new Bench(store)) {
            scene.accept(bench);
        }
    }

    private static void wouldFail(Protocols protocols, Consumer<Bench> scene) {
        assertThatThrownBy(() -> on(MemorySpec.of(protocols), scene)).isInstanceOf(AssertionError.class);
    }
}
