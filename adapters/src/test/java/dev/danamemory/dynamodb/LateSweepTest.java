package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes an hour later, and what does not go before. */
class LateSweepTest {
    private final Random random = new Random(7);
    private Bench bench;
    private ConversationKey key;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
        bench.present();
        key = bench.key();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private StoreUpkeep upkeep() {
        return bench.space().upkeep(bench.clock(), StoreFaults.NONE);
    }

    private SweepRun sweepAfter(int minutes) {
        bench.clock().advance(Duration.ofMinutes(minutes));
        SweepRun run = upkeep().sweep();
        assertThat(run.isDone()).isTrue();
        return run;
    }

    private List<StoredObject> left() {
        return bench.space().objects().stream()
                .filter(object -> object.contains(key.conversationId()))
                .toList();
    }

    private List<Item> places(String kind) {
        return table().query(Range.forwards(Keys.conversation(key), kind, kind + "~", 1_000))
                .items();
    }

    private Table table() {
        return Epochs.table(bench.space());
    }

    @Test
    void beforeAnHourNothingIsSwept() {
        bench.appendAll(bench.create(key), 5);
        bench.erase(key);
        int size = bench.space().objects().size();
        assertThat(sweepAfter(59)).isEqualTo(new SweepRun(0, 0, true));
        assertThat(bench.space().objects()).hasSize(size);
        assertThat(sweepAfter(2)).isEqualTo(new SweepRun(1, 0, true));
        assertThat(left()).isEmpty();
        assertThat(sweepAfter(1)).isEqualTo(new SweepRun(0, 0, true));
    }

    /** The id was erased once more since: the second stub stays for an hour of its own. */
    @Test
    void aYoungStubStays() {
        bench.create(key);
        bench.erase(key);
        bench.clock().advance(Duration.ofMinutes(40));
        bench.create(key);
        bench.erase(key);
        sweepAfter(25);
        assertThat(table().get(Keys.root(key))).get().matches(Stub::isStub);
        assertThat(table().get(Keys.entry(key))).get().matches(Stub::isStub);
        sweepAfter(60);
        sweepAfter(60);
        assertThat(left()).isEmpty();
    }

    @Test
    void aTombstoneSaysNothingAndLastsForADay() {
        bench.create(key);
        bench.erase(key);
        sweepAfter(61);
        List<Item> stones = ((MemoryTable) table())
                .all().stream()
                        .filter(item -> item.key().sort().equals("tombstone"))
                        .toList();
        assertThat(stones).hasSize(1);
        assertThat(stones.getFirst().number("ttl"))
                .isEqualTo(bench.clock().instant().plus(Duration.ofHours(25)).getEpochSecond());
        assertThat(stones.getFirst().values().keySet()).containsExactlyInAnyOrder("pk", "sk", "g", "a", "ttl");
        assertThat(stones.getFirst().key().partition())
                .doesNotContain(key.conversationId())
                .doesNotContain(key.user().value());
    }

    @Test
    void fencesAndKeepersOfAClearGo() {
        Conversation before = bench.appendAll(bench.create(key), 5);
        bench.clear(key);
        bench.appendAll(bench.load(key), 2);
        String old = before.header().epoch();
        assertThat(Epochs.itemsOf(bench.space(), key, old)).hasSize(6);
        sweepAfter(61);
        assertThat(Epochs.itemsOf(bench.space(), key, old)).isEmpty();
        assertThat(bench.observe(key).turns()).hasSize(2);
    }

    @Test
    void aClearThatDiedBehindItsFenceIsFinished() {
        bench.appendAll(bench.create(key), 5);
        Script death = Script.atWrite(3, Script.Side.BEFORE, Script.die());
        assertThatThrownBy(() -> bench.store(death).clear(key)).isInstanceOf(ProcessDied.class);
        sweepAfter(61);
        assertThat(bench.observe(key).turns()).isEmpty();
        assertThat(places("t")).isEmpty();
    }

    @Test
    void anEraseThatDiedAnywhereIsFinished() {
        for (int n = 1; ; n++) {
            key = bench.key();
            bench.appendAll(bench.create(key), 5);
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            try {
                assertThat(bench.store(death).erase(key)).isInstanceOf(Erasure.Done.class);
            } catch (ProcessDied died) {
                // the sweep goes on
            }
            sweepAfter(61);
            if (bench.store().load(key, 1).isEmpty()) {
                sweepAfter(61);
                assertThat(left()).as("after request %d", n).isEmpty();
            } else {
                assertThat(n).as("nothing was marked yet").isLessThan(5);
            }
            if (!death.reached()) {
                return;
            }
        }
    }

    /** A writer died between the parts of its turn and the turn. */
    @Test
    void partsThatNothingNamesGoAndOthersStay() {
        Conversation last = bench.appendAll(bench.create(key), List.of(SeededTurns.large(random)));
        NewTurn lost = SeededTurns.large(random);
        Script death = Script.atWrite(1, Script.Side.AFTER, Script.die());
        assertThatThrownBy(() -> bench.store(death).append(last, lost, Bench.SETTINGS))
                .isInstanceOf(ProcessDied.class);
        bench.appendAll(bench.load(key), 1);
        assertThat(places("p")).hasSize(2);
        bench.store().redact(key, new TurnRef.ByNumber(2), Samples.counting());
        bench.clock().advance(Duration.ofMinutes(30));
        Script another = Script.atWrite(1, Script.Side.AFTER, Script.die());
        assertThatThrownBy(() -> bench.store(another).append(bench.load(key), lost, Bench.SETTINGS))
                .isInstanceOf(ProcessDied.class);
        assertThat(places("p")).hasSize(3);
        sweepAfter(31);
        assertThat(places("p")).as("its own and a young one").hasSize(2);
        assertThat(bench.observe(key).turns()).hasSize(2);
        bench.store().redact(key, new TurnRef.ByNumber(1), Samples.counting());
        assertThat(places("p")).as("the young one").hasSize(1);
        sweepAfter(61);
        assertThat(places("p")).isEmpty();
    }

    @Test
    void whatADamagedItemMayNameStays() {
        bench.appendAll(bench.create(key), List.of(SeededTurns.large(random), Samples.turn("small")));
        Item large =
                table().get(Keys.turn(key, bench.load(key).header().epoch(), 1)).orElseThrow();
        bench.store().redact(key, new TurnRef.ByNumber(2), Samples.counting());
        ((TableSpace) bench.space()).store(Broken.ANOTHER_TYPE.of(large));
        sweepAfter(61);
        assertThat(places("p")).hasSize(1);
        ((TableSpace) bench.space()).store(large);
        assertThat(bench.observe(key).turns()).hasSize(2);
    }

    @Test
    void turnsOfABrokenImportGoAlsoWhereAnotherConversationIs() {
        Script death = Script.atWrite(15, Script.Side.AFTER, Script.die());
        assertThatThrownBy(() -> bench.store(death).importFile(key, Samples.request(Samples.file(1, 400))))
                .isInstanceOf(ProcessDied.class);
        bench.clock().advance(Duration.ofSeconds(-5));
        String epoch = bench.create(key).header().epoch();
        assertThat(places("t")).isNotEmpty();
        sweepAfter(62);
        assertThat(places("t")).isEmpty();
        assertThat(bench.append(key, "hello").turnNumber()).isEqualTo(1);
        assertThat(bench.observe(key).header().epoch()).isEqualTo(epoch);
    }

    @Test
    void aNoteThatCannotBeFollowedStaysAndStopsNoOther() {
        bench.create(key);
        bench.erase(key);
        Item note = Item.at(Keys.sweep(key.user(), "20200101T000000Z", "nonce"))
                .text("reason", "erase")
                .build();
        ((TableSpace) bench.space()).store(note);
        assertThat(sweepAfter(61)).isEqualTo(new SweepRun(1, 1, true));
        assertThat(left()).isEmpty();
        assertThat(table().get(note.key())).contains(note);
    }

    @Test
    void aDamagedConversationIsLeftToItsOwner() {
        bench.appendAll(bench.create(key), 3);
        bench.clear(key);
        bench.space().damage(key);
        Item damaged = table().get(Keys.root(key)).orElseThrow();
        assertThat(sweepAfter(61).failed()).isZero();
        assertThat(table().get(Keys.root(key))).contains(damaged);
        bench.erase(key);
        sweepAfter(61);
        assertThat(left()).isEmpty();
    }

    @Test
    void allOfAUsersIsSweptOnceMore() {
        bench.appendAll(bench.create(key), 3);
        ConversationKey other = new ConversationKey(key.user(), "other");
        Script life = Script.recording();
        assertThat(bench.store(life).create(other, Samples.titled("Other"))).isNotNull();
        bench.store().eraseUser(key.user());
        life.redeliver();
        sweepAfter(61);
        assertThat(left()).isEmpty();
        assertThat(bench.space().objects()).noneMatch(object -> object.contains("Other"));
        assertThat(bench.store()
                        .list(key.user(), new DirectoryQuery(null, null, 10, null))
                        .entries())
                .isEmpty();
    }

    @Test
    void aLateTurnOfAnErasedEpochIsSwept() {
        Conversation before = bench.appendAll(bench.create(key), 3);
        bench.erase(key);
        // of a clock that is far off: nothing stands there any more
        Item late = Item.at(Keys.turn(key, before.header().epoch(), 9))
                .text("i", "late")
                .build();
        ((TableSpace) bench.space()).store(late);
        assertThat(bench.store().append(before, Samples.turn("x"), Bench.SETTINGS))
                .isInstanceOf(Append.Erased.class);
        sweepAfter(61);
        assertThat(table().get(late.key())).isEmpty();
        assertThat(left()).isEmpty();
    }
}
