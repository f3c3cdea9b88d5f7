package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import dev.danamemory.store.contract.StoreFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns that no single item holds. */
class LargeTurnsTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Bench bench;
    private ConversationKey key;

    @BeforeEach
    void open() {
        System.out.println("seed " + seed);
        bench = new Bench(new DynamoSpec(false));
        key = bench.key();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void areStoredWholeInAWritePerStarted390KB() {
        Conversation loaded = bench.create(key, Samples.titled("Title"));
        NewTurn turn = SeededTurns.large(random);
        Script script = Script.recording();
        Append.Appended answer = Bench.appended(bench.store(script).append(loaded, turn, Bench.SETTINGS));
        assertThat(script.writes().stream().map(sent -> sent.call().name())).startsWith("put p", "put t");
        same(List.of(answer.turn()), List.of(turn.numbered(1)));
        assertThat(parts()).hasSize(1);
        same(bench.store().newest(bench.load(key), 1), List.of(turn.numbered(1)));
    }

    @Test
    void standAmongSmallOnes() {
        Conversation last = bench.create(key, Samples.titled("Title"));
        List<Turn> all = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            NewTurn turn = number % 4 == 0 ? SeededTurns.large(random) : Samples.turn("small " + number);
            last = bench.appendAll(last, List.of(turn));
            all.add(turn.numbered(number));
        }
        same(bench.store().newest(bench.load(key), 12), all);
        same(
                bench.store()
                        .turns(key, new PageRequest.Before(Long.MAX_VALUE, 12, 1L << 30))
                        .orElseThrow()
                        .turns(),
                all);
        same(bench.store().export(key).orElseThrow().turns(), all);
        same(bench.store().newest(last, 12), all);
    }

    /** Both write their parts before they know who comes first. */
    @Test
    void twoAtOnceAreBothStored() {
        Conversation loaded = bench.create(key, Samples.titled("Title"));
        NewTurn first = SeededTurns.large(random);
        NewTurn second = SeededTurns.large(random);
        Script stop = Script.atWrite(2, Script.Side.BEFORE, () -> bench.append(bench.load(key), second));
        Append.Appended answer = Bench.appended(bench.store(stop).append(loaded, first, Bench.SETTINGS));
        assertThat(stop.reached()).isTrue();
        same(List.of(answer.turn()), List.of(first.numbered(2)));
        same(bench.store().export(key).orElseThrow().turns(), List.of(second.numbered(1), first.numbered(2)));
        assertThat(parts()).hasSize(2);
    }

    @Test
    void aWriterThatDiesBetweenPartsLeavesNothingReadable() {
        Conversation loaded = bench.create(key, Samples.titled("Title"));
        for (Script.Side side : Script.Side.values()) {
            Script death = Script.atWrite(1, side, Script.die());
            assertThatThrownBy(() -> bench.store(death).append(loaded, SeededTurns.large(random), Bench.SETTINGS))
                    .isInstanceOf(ProcessDied.class);
        }
        assertThat(bench.observe(key).header().lastTurn()).isZero();
        assertThat(parts()).hasSize(1);
        bench.clear(key);
        assertThat(parts()).isEmpty();
    }

    @Test
    void leaveNoPartBehindTheirRedaction() {
        bench.append(bench.create(key, Samples.titled("Title")), SeededTurns.large(random));
        Turn redacted = bench.store()
                .redact(key, new TurnRef.ByNumber(1), Samples.counting())
                .orElseThrow();
        same(bench.observe(key).turns(), List.of(redacted));
        assertThat(parts()).isEmpty();
    }

    /** Its repeat finds in the turn's item which parts were still to go. */
    @Test
    void aRedactionThatBrokeOffLeavesNoPartBehindItsRepeat() {
        for (int n = 1; ; n++) {
            ConversationKey other = bench.key();
            bench.append(bench.create(other, Samples.titled("Title")), SeededTurns.large(random));
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            var dying = bench.store(death);
            try {
                dying.redact(other, new TurnRef.ByNumber(1), Samples.counting());
            } catch (ProcessDied expected) {
                assertThat(death.reached()).isTrue();
            }
            assertThat(bench.store().redact(other, new TurnRef.ByNumber(1), Samples.counting()))
                    .isPresent();
            assertThat(parts(other))
                    .as("after a crash at request %d %s", n, death)
                    .isEmpty();
            if (!death.reached()) {
                assertThat(n).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void goWithTheirConversation() {
        bench.append(bench.create(key, Samples.titled("Title")), SeededTurns.large(random));
        bench.erase(key);
        bench.observeNothing(key);
        assertThat(parts()).isEmpty();
    }

    @Test
    void aPartThatIsLostIsDamageOfThatTurnAlone() {
        Conversation loaded = bench.create(key, Samples.titled("Title"));
        bench.appendAll(loaded, List.of(Samples.turn("fine"), SeededTurns.large(random), Samples.turn("fine too")));
        Item lost = parts().getFirst();
        Epochs.remove(bench.space(), List.of(lost));
        var store = bench.store(StoreFaults.NONE);
        assertThatThrownBy(() -> store.turn(key, new TurnRef.ByNumber(2)))
                .isInstanceOfSatisfying(
                        StoredDataUnreadableException.class,
                        damage ->
                                assertThat(damage.object()).isEqualTo(lost.key().shown()));
        assertThatThrownBy(() -> store.export(key)).isInstanceOf(StoredDataUnreadableException.class);
        assertThat(store.turn(key, new TurnRef.ByNumber(3))).isPresent();
        assertThat(bench.append(key, "goes on").turnNumber()).isEqualTo(4);
        bench.erase(key);
        bench.observeNothing(key);
    }

    /** Around the length at which a part more is needed. */
    @Test
    void everyLengthIsReadAsItWasWritten() {
        Conversation last = bench.create(key, Samples.titled("Title"));
        List<Turn> all = new ArrayList<>();
        for (int length = 150_000; length <= 160_000; length += 1_000) {
            NewTurn turn = SeededTurns.turn(
                    Samples.id("t"), SeededTurns.noise(random, length), SeededTurns.noise(random, 125_000));
            last = bench.appendAll(last, List.of(turn));
            all.add(turn.numbered(all.size() + 1L));
        }
        assertThat(parts()).hasSizeBetween(1, all.size() - 1);
        same(bench.store().export(key).orElseThrow().turns(), all);
    }

    private List<Item> parts() {
        return parts(key);
    }

    private List<Item> parts(ConversationKey of) {
        return Epochs.table(bench.space())
                .query(Range.forwards(Keys.conversation(of), "p", "q", 1_000))
                .items();
    }

    // a failed comparison must not print megabytes
    private void same(List<Turn> seen, List<Turn> expected) {
        assertThat(seen.stream().map(Turn::turnNumber).toList())
                .as("seed %d", seed)
                .isEqualTo(expected.stream().map(Turn::turnNumber).toList());
        assertThat(seen.equals(expected)).as("turns are equal, seed %d", seed).isTrue();
    }
}
